import type { SourceFile } from '../src/core/contracts.ts';

/** A picked file as core reads it: in pieces. Not every browser can iterate a stream, so its reader is used. */
export function sourceOfFile(file: File, name = file.name): SourceFile {
  return {
    name,
    bytes: file.size,
    slice: (start, end) => file.slice(start, end).arrayBuffer(),
    async *stream() {
      const reader = file.stream().getReader();
      try {
        for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
      } finally {
        await reader.cancel().catch(() => undefined);
      }
    },
  };
}
