/**
 * The text of a Word file: paragraphs as lines, a table row as one line with " | " between its cells. Nothing
 * else is taken: no picture, macro, comment or deleted text. The archive is opened here, with limits, before the
 * reader of the format sees any of it.
 */
import { Unzip, UnzipInflate, UnzipPassThrough, strFromU8, zipSync } from 'fflate';
import type { SourceFile } from '../contracts.ts';
import { AppError } from '../errors.ts';

/** A transcript in Word is kilobytes; pictures may make it larger, and are skipped. */
const MAX_FILE_BYTES = 32 * 1024 * 1024;
/** All parts that are read, unpacked. A zip bomb is stopped here whatever its directory says. */
const MAX_TEXT_BYTES = 32 * 1024 * 1024;
/** Repeated paragraphs pack well, but XML of a person's text never this well. */
const MAX_RATIO = 200;
const RATIO_FROM_BYTES = 1024 * 1024;
const MAX_PARTS = 2_000;

/** Of the file, what text can depend on. Pictures, embedded files and macros are never unpacked. */
const READ_PARTS = /^(\[Content_Types\]\.xml|_rels\/\.rels|word\/(_rels\/[^/]+\.rels|[^/]+\.xml))$/;

export async function docxText(file: SourceFile): Promise<string> {
  const bytes = await wholeFile(file);
  const parts = unpack(bytes, file.name);
  if (parts['word/document.xml'] === undefined) {
    throw notDocx(file.name, 'it holds no word/document.xml');
  }
  for (const [path, part] of Object.entries(parts)) {
    // OOXML has no document types; an XML bomb needs one.
    if (strFromU8(part).includes('<!DOCTYPE')) throw notDocx(file.name, `${path} has a document type`);
  }
  const { readWordText } = await import('./docx-document.ts');
  try {
    return await readWordText(zipSync(parts, { level: 0 }));
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    throw notDocx(file.name, why.slice(0, 200));
  }
}

function notDocx(file: string, why: string): AppError {
  return new AppError('input/schema', `${file} is not a Word file (.docx): ${why}`, { file });
}

async function wholeFile(file: SourceFile): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of file.stream()) {
    length += piece.length;
    if (length > MAX_FILE_BYTES) {
      throw new AppError('input/too-large', `${file.name} is longer than ${MAX_FILE_BYTES} bytes`, {
        file: file.name,
        maxBytes: MAX_FILE_BYTES,
      });
    }
    pieces.push(piece);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function unpack(bytes: Uint8Array, file: string): Record<string, Uint8Array<ArrayBuffer>> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw notDocx(file, 'it is not a zip archive');
  const parts: Record<string, Uint8Array<ArrayBuffer>> = {};
  let total = 0;
  let seen = 0;
  const reader = new Unzip((entry) => {
    seen += 1;
    if (seen > MAX_PARTS) throw notDocx(file, `it holds more than ${MAX_PARTS} parts`);
    if (!READ_PARTS.test(entry.name)) return;
    const pieces: Uint8Array[] = [];
    entry.ondata = (error, piece, final) => {
      if (error !== null) throw error;
      total += piece.length;
      if (total > MAX_TEXT_BYTES || (total > RATIO_FROM_BYTES && total / bytes.length > MAX_RATIO)) {
        throw new AppError('input/too-large', `${file} unpacks to more than it should`, {
          file,
          maxBytes: MAX_TEXT_BYTES,
          maxRatio: MAX_RATIO,
        });
      }
      pieces.push(piece);
      if (final) parts[entry.name] = joined(pieces);
    };
    entry.start();
  });
  reader.register(UnzipInflate);
  reader.register(UnzipPassThrough);
  try {
    // In pieces, so that a bomb is stopped before it is unpacked.
    for (let at = 0; at < bytes.length; at += PIECE) {
      reader.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
    }
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    throw notDocx(file, 'its archive is damaged');
  }
  return parts;
}

const PIECE = 16 * 1024;

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
