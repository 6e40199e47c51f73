import type { SourceFile } from '../core/contracts.ts';
import { AppError } from '../core/errors.ts';

/** A picked file as core reads it: in pieces. Not every browser can iterate a stream, so its reader is used. */
export function sourceFile(file: File, signal?: AbortSignal): SourceFile {
  return { name: file.name, bytes: file.size, stream: () => pieces(file.stream(), signal) };
}

export function sourceText(name: string, text: string): SourceFile {
  const bytes = new TextEncoder().encode(text);
  return {
    name,
    bytes: bytes.length,
    async *stream() {
      yield bytes;
    },
  };
}

async function* pieces(stream: ReadableStream<Uint8Array>, signal?: AbortSignal): AsyncIterable<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      if (signal?.aborted === true) throw new AppError('runtime/cancelled', 'the reading was stopped');
      yield next.value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
