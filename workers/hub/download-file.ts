/**
 * One file of a model, from where it was left: what is here already is read and hashed again, the rest is asked for by
 * range, and only a file whose hash is right is called whole. HTTP ranges: RFC 9110, sections 13.1.5 and 14.
 */
import { AppError, isCancelled, toAppError, type ErrorDetails } from '../../src/core/errors.ts';
import { startHashes, type FileHashes } from './file-hashes.ts';
import { hubRequest, refusal, unreachable, type Fetch } from './hub-request.ts';
import type { RestartReason, WantedFile } from './hub-protocol.ts';
import type { PartFile } from './part-file.ts';

export interface FileEvents {
  /** `phase` is checking while what is here already is read again. */
  progress(phase: 'checking' | 'downloading', doneBytes: number): void;
  etag(etag: string | null): void;
  restarted(reason: RestartReason): void;
}

export interface DownloadDeps {
  readonly send: Fetch;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** A connection that brings nothing for this long is given up and asked for again. */
  readonly stalledAfterMs: number;
}

const READ_BYTES = 1 << 22;
const FLUSH_BYTES = 1 << 25;
/** Attempts without a single byte gained. */
const MOST_ATTEMPTS = 4;

interface Part {
  readonly file: PartFile;
  hashes: FileHashes;
  bytes: number;
}

export async function downloadFile(
  wanted: WantedFile,
  file: PartFile,
  events: FileEvents,
  deps: DownloadDeps,
  signal: AbortSignal,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const begin = () => startHashes(wanted.bytes, wanted.expectedGitSha1 !== null);
  const part: Part = { file, hashes: await begin(), bytes: 0 };
  const startAgain = async (reason: RestartReason | null): Promise<void> => {
    if (reason !== null && part.bytes > 0) events.restarted(reason);
    file.truncate(0);
    part.hashes = await begin();
    part.bytes = 0;
  };

  if (wanted.bytes !== null && file.size() > wanted.bytes) await startAgain(null);
  await readAgain(part, events, signal);
  let etag = wanted.etag;
  let plainRange = false;
  for (let attempt = 1; wanted.bytes === null || part.bytes < wanted.bytes;) {
    const before = part.bytes;
    try {
      const headers = rangeHeaders(part.bytes, plainRange ? null : etag);
      const response = await hubRequest(deps.send, wanted.url, { headers, signal });
      const refused = refusal(response, wanted.url, wanted.path);
      if (refused !== null) throw refused;
      const verdict = readAnswer(response, wanted, part.bytes, etag);
      if (verdict === 'changed') {
        await response.body?.cancel();
        if (part.bytes === 0) throw altered(wanted, { status: response.status });
        await startAgain('changed');
        etag = null;
        continue;
      }
      if (verdict === 'whole' && part.bytes > 0) await startAgain('no-ranges');
      etag = response.headers.get('etag');
      events.etag(etag);
      await take(response, part, wanted, events, deps, signal);
      if (wanted.bytes === null || part.bytes === wanted.bytes) break;
      throw new AppError('hub/unreachable', `${wanted.path}: the connection ended early`, {
        file: wanted.path,
      });
    } catch (thrown) {
      const error = toAppError(thrown, 'hub/unreachable');
      if (isCancelled(error) || !isPassing(error)) throw error;
      // A host that does not answer questions about the header in advance may still give the range without it.
      plainRange = part.bytes > 0;
      attempt = part.bytes > before ? 1 : attempt + 1;
      if (attempt > MOST_ATTEMPTS) throw error;
      await deps.wait(500 * 2 ** attempt, signal);
    } finally {
      file.flush();
    }
  }
  return verified(part, wanted);
}

function rangeHeaders(have: number, etag: string | null): Record<string, string> {
  if (have === 0) return {};
  // A weak name does not promise the same bytes, so it cannot be given here (RFC 9110, 13.1.5).
  const strong = etag !== null && !etag.startsWith('W/') ? { 'If-Range': etag } : {};
  return { Range: `bytes=${have}-`, ...strong };
}

/** What the answer means for the part that is here. */
function readAnswer(
  response: Response,
  wanted: WantedFile,
  have: number,
  etag: string | null,
): 'continue' | 'whole' | 'changed' {
  if ((response.headers.get('content-type') ?? '').startsWith('text/html')) {
    throw new AppError('network/html-instead-of-file', `${wanted.path}: the hub sent a web page`, {
      file: wanted.path,
    });
  }
  if (response.status === 416) return 'changed';
  const now = response.headers.get('etag');
  const same = etag === null || now === null || etag === now;
  if (response.status !== 206) return have > 0 && !same ? 'changed' : 'whole';
  const range = /^bytes (\d+)-\d*\/(\d+|\*)$/u.exec(response.headers.get('content-range') ?? '');
  // Where the browser may not read the header, the hash over the whole file decides.
  if (range === null) return same ? 'continue' : 'changed';
  const total = range[2] === '*' ? null : Number(range[2]);
  const sized = total === null || wanted.bytes === null || total === wanted.bytes;
  return same && sized && Number(range[1]) === have ? 'continue' : 'changed';
}

async function readAgain(part: Part, events: FileEvents, signal: AbortSignal): Promise<void> {
  const whole = part.file.size();
  const buffer = new Uint8Array(Math.min(READ_BYTES, whole));
  while (part.bytes < whole) {
    if (signal.aborted) throw new AppError('runtime/cancelled', 'the download was stopped');
    const read = part.file.read(buffer, part.bytes);
    if (read === 0) break;
    part.hashes.update(buffer.subarray(0, read));
    part.bytes += read;
    events.progress('checking', part.bytes);
    // Without a turn for messages nobody could stop this.
    await new Promise((next) => setTimeout(next, 0));
  }
}

async function take(
  response: Response,
  part: Part,
  wanted: WantedFile,
  events: FileEvents,
  deps: DownloadDeps,
  signal: AbortSignal,
): Promise<void> {
  const reader = response.body?.getReader();
  if (reader === undefined) return;
  let unflushed = 0;
  try {
    for (;;) {
      const next = await nextPiece(reader, wanted, deps, signal);
      if (next.done) return;
      const piece = next.value;
      if (wanted.bytes !== null && part.bytes + piece.byteLength > wanted.bytes) {
        part.file.truncate(0);
        throw altered(wanted, { expectedBytes: wanted.bytes });
      }
      part.file.write(piece, part.bytes);
      part.hashes.update(piece);
      part.bytes += piece.byteLength;
      unflushed += piece.byteLength;
      if (unflushed > FLUSH_BYTES) {
        part.file.flush();
        unflushed = 0;
      }
      events.progress('downloading', part.bytes);
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

async function nextPiece(
  reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>,
  wanted: WantedFile,
  deps: DownloadDeps,
  signal: AbortSignal,
): Promise<ReadableStreamReadResult<Uint8Array<ArrayBuffer>>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stalled = new Promise<never>((_done, fail) => {
    timer = setTimeout(() => fail(new Error('the connection brings nothing')), deps.stalledAfterMs);
  });
  try {
    return await Promise.race([reader.read(), stalled]);
  } catch (thrown) {
    if (signal.aborted) throw new AppError('runtime/cancelled', 'the download was stopped');
    throw unreachable(wanted.url, thrown);
  } finally {
    clearTimeout(timer);
  }
}

/** Worth another attempt in a moment. */
function isPassing(error: AppError): boolean {
  if (error.code === 'network/http-status') return Number(error.details['status']) >= 500;
  return error.code === 'hub/unreachable' || error.code === 'hub/busy';
}

/** A file that is not the one promised is not kept: going on from it would only repeat the mistake. */
function verified(part: Part, wanted: WantedFile): { readonly bytes: number; readonly sha256: string } {
  const { sha256, gitSha1 } = part.hashes.digest();
  const { expectedSha256, expectedGitSha1 } = wanted;
  const right =
    (expectedSha256 === null || expectedSha256 === sha256) &&
    (expectedGitSha1 === null || gitSha1 === null || expectedGitSha1 === gitSha1);
  if (right) return { bytes: part.bytes, sha256 };
  part.file.truncate(0);
  part.file.flush();
  throw altered(wanted, {
    expected: expectedSha256 ?? expectedGitSha1 ?? '',
    actual: expectedSha256 === null ? (gitSha1 ?? '') : sha256,
  });
}

function altered(wanted: WantedFile, details: ErrorDetails): AppError {
  return new AppError('model/file-altered', `${wanted.path} is not the file that the hub announced`, {
    file: wanted.path,
    ...details,
  });
}
