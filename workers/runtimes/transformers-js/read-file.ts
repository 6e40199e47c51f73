/** One model file into memory, hashed while it streams and checked against what it should be. */
import { createSha256 } from '../../../src/core/digest.ts';
import { AppError } from '../../../src/core/errors.ts';
import { htmlInsteadOfFile, type OpenedFile } from './file-source.ts';

export interface ReadFile {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sha256: string;
}

export interface ExpectedFile {
  readonly sha256: string;
  readonly bytes: number;
}

export async function readFile(
  path: string,
  opened: OpenedFile,
  expected: ExpectedFile | undefined,
  onBytes: (loadedBytes: number) => void,
  signal: AbortSignal,
): Promise<ReadFile> {
  const wantedBytes = expected?.bytes ?? opened.bytes;
  const { bytes, sha256 } = await collect(path, opened.stream, wantedBytes, onBytes, signal);
  if (looksLikeHtml(bytes)) throw htmlInsteadOfFile(path);
  if (wantedBytes !== null && bytes.byteLength < wantedBytes)
    throw truncated(path, bytes.byteLength, wantedBytes);
  if (expected !== undefined && (bytes.byteLength !== expected.bytes || sha256 !== expected.sha256)) {
    throw new AppError('model/file-altered', `${path} is not the file it should be`, {
      file: path,
      expectedSha256: expected.sha256,
      actualSha256: sha256,
    });
  }
  return { path, bytes, sha256 };
}

export function truncated(path: string, bytes: number, expectedBytes: number): AppError {
  return new AppError('model/file-truncated', `${path} ends after ${bytes} of ${expectedBytes} bytes`, {
    file: path,
    bytes,
    expectedBytes,
  });
}

async function collect(
  path: string,
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  wantedBytes: number | null,
  onBytes: (loadedBytes: number) => void,
  signal: AbortSignal,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; sha256: string }> {
  const hash = createSha256();
  // The size is known nearly always: one buffer, filled in place, instead of pieces plus a joined copy.
  let buffer = new Uint8Array(wantedBytes ?? 1 << 20);
  let used = 0;
  const reader = stream.getReader();
  try {
    for (;;) {
      if (signal.aborted) throw new AppError('runtime/cancelled', 'cancelled while loading');
      const { done, value } = await reader.read();
      if (done) break;
      if (used + value.byteLength > buffer.byteLength) {
        const larger = new Uint8Array(Math.max(buffer.byteLength * 2, used + value.byteLength));
        larger.set(buffer.subarray(0, used));
        buffer = larger;
      }
      buffer.set(value, used);
      used += value.byteLength;
      hash.update(value);
      onBytes(used);
    }
  } catch (thrown) {
    await reader.cancel().catch(() => undefined);
    if (thrown instanceof AppError) throw thrown;
    if (signal.aborted) throw new AppError('runtime/cancelled', 'cancelled while loading');
    // A connection that breaks before the promised length: the file here is short, whatever the cause.
    if (wantedBytes !== null && used < wantedBytes) throw truncated(path, used, wantedBytes);
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    throw new AppError('network/offline', `${path} could not be read: ${why}`, { file: path });
  }
  const bytes = used === buffer.byteLength ? buffer : buffer.slice(0, used);
  return { bytes, sha256: hash.digestHex() };
}

function looksLikeHtml(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 256)).trimStart().toLowerCase();
  return start.startsWith('<!doctype html') || start.startsWith('<html');
}
