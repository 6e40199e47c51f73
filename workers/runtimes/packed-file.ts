/** Reads a WebAssembly binary that the build packed (vite/gzip-url.ts), whether or not a server unpacked it on the way. */
import { AppError } from '../../src/core/errors.ts';

export async function readPacked(url: string, signal: AbortSignal): Promise<ArrayBuffer> {
  const response = await fetch(url, { signal });
  if (!response.ok) {
    throw new AppError('network/http-status', `${url} answered ${response.status}`, {
      file: url,
      status: response.status,
    });
  }
  return unpacked(await response.blob());
}

/** Some servers unpack `.gz` files on the way, and the development server sends them plain: look, do not assume. */
async function unpacked(bytes: Blob): Promise<ArrayBuffer> {
  const start = new Uint8Array(await bytes.slice(0, 2).arrayBuffer());
  if (start[0] !== 0x1f || start[1] !== 0x8b) return bytes.arrayBuffer();
  return new Response(bytes.stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}
