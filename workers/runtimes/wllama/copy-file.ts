/** One file from its source into the module's memory, hashed while it streams and checked against what it should be. */
import { createSha256 } from '../../../src/core/digest.ts';
import { AppError } from '../../../src/core/errors.ts';
import type { OpenedFile } from '../transformers-js/file-source.ts';
import { truncated, type ExpectedFile } from '../transformers-js/read-file.ts';
import type { LlamaFile } from './llama-port.ts';

const PROGRESS_EVERY_MS = 100;

export interface CopiedFile {
  readonly file: LlamaFile;
  readonly bytes: number;
  readonly sha256: string;
}

export async function copyFile(
  from: { readonly path: string; readonly opened: OpenedFile; readonly expected: ExpectedFile | undefined },
  allocate: (bytes: number) => LlamaFile,
  onBytes: (loaded: number) => void,
  signal: AbortSignal,
): Promise<CopiedFile> {
  const { path, opened, expected } = from;
  const wanted = expected?.bytes ?? opened.bytes;
  // Room must be set aside at once. A server that compresses does not say how long the file is.
  const { size, stream } = wanted === null ? await measured(opened) : { size: wanted, stream: opened.stream };
  if (size === 0) throw truncated(path, 0, 1);
  const file = allocate(size);
  const hash = createSha256();
  const reader = stream.getReader();
  let used = 0;
  let reportedAt = -Infinity;
  try {
    for (;;) {
      if (signal.aborted) throw new AppError('runtime/cancelled', 'cancelled while loading');
      const { done, value } = await reader.read();
      if (done) break;
      if (used + value.byteLength > size) throw altered(path, 'is longer than it should be');
      file.write(value, used);
      hash.update(value);
      used += value.byteLength;
      const now = performance.now();
      if (now - reportedAt < PROGRESS_EVERY_MS) continue;
      reportedAt = now;
      onBytes(used);
    }
  } catch (thrown) {
    await reader.cancel().catch(() => undefined);
    if (thrown instanceof AppError) throw thrown;
    if (signal.aborted) throw new AppError('runtime/cancelled', 'cancelled while loading');
    throw truncated(path, used, size);
  }
  if (used < size) throw truncated(path, used, size);
  const sha256 = hash.digestHex();
  if (expected !== undefined && sha256 !== expected.sha256) {
    throw altered(path, 'is not the file it should be', {
      expectedSha256: expected.sha256,
      actualSha256: sha256,
    });
  }
  onBytes(used);
  return { file, bytes: used, sha256 };
}

function altered(path: string, why: string, details: Readonly<Record<string, string>> = {}): AppError {
  return new AppError('model/file-altered', `${path} ${why}`, { file: path, ...details });
}

async function measured(opened: OpenedFile): Promise<{ size: number; stream: OpenedFile['stream'] }> {
  const blob = await new Response(opened.stream).blob();
  return { size: blob.size, stream: blob.stream() };
}
