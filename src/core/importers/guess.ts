/** Which importer reads files whose format nobody named. Only their beginnings are read. */
import type { ImportOptions, Importer, SourceFile } from '../contracts.ts';
import { AppError, toAppError } from '../errors.ts';
import { fileHead } from './records.ts';
import { IMPORTERS } from './registry.ts';

/** Of a long file of lines, this much is tried. */
const TRIED_BYTES = 1024 * 1024;
/** Rows without a single sample after which a form is given up. */
const TRIED_ROWS = 500;
const HEAD_BYTES = 64 * 1024;
const LINES = ['csv', 'tsv', 'txt', 'jsonl', 'ndjson', 'json'];
const LINE_FEED = 10;

/**
 * A set that is recognised by its marks is taken for it; then importers are tried, those that somebody's own table may
 * fit by chance last. The first that can use a row has recognised the form: its bad rows are told, not handed to a
 * laxer importer that sees nothing wrong with them. Where none can, one whose rows at least were read tells why:
 * the one for anybody's tables, if it is among them.
 */
export async function guessImporter(files: readonly SourceFile[], options: ImportOptions): Promise<Importer> {
  const extension = extensionOf(files[0]?.name ?? '');
  const taking = IMPORTERS.filter((importer) => importer.extensions.includes(extension));
  const heads = await Promise.all(files.map((file) => fileHead(file, HEAD_BYTES)));
  const marked = taking.find(({ recognises }) => recognises !== undefined && heads.some(recognises));
  if (marked !== undefined) return marked;
  const tried = taking.filter(({ recognises }) => recognises === undefined);
  const beginnings = files.map(beginningOf);
  let unusable: Importer | null = null;
  let refused: AppError | null = null;
  for (const importer of [
    ...tried.filter(({ resemblesOwnTables }) => resemblesOwnTables !== true),
    ...tried.filter(({ resemblesOwnTables }) => resemblesOwnTables === true),
  ]) {
    const found = await tryRows(importer, beginnings, options);
    if (found === 'usable') return importer;
    // Somebody's own file that is broken is not called by the name of a benchmark that it is not.
    if (found === 'unusable' && unusable?.columns === undefined) {
      unusable = importer.columns === undefined ? (unusable ?? importer) : importer;
    }
    if (typeof found !== 'string') refused = found;
  }
  if (unusable !== null) return unusable;
  if (refused !== null) throw refused;
  throw new AppError('input/unknown-format', `no importer takes .${extension} files`, {
    file: files[0]?.name ?? '',
    known: IMPORTERS.map((importer) => importer.id),
  });
}

export function extensionOf(name: string): string {
  return /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

async function tryRows(
  importer: Importer,
  files: readonly SourceFile[],
  options: ImportOptions,
): Promise<'usable' | 'unusable' | 'nothing' | AppError> {
  let bad = 0;
  try {
    for await (const row of importer.read(files, options)) {
      if (row.kind === 'sample') return 'usable';
      bad += 1;
      if (bad >= TRIED_ROWS) break;
    }
  } catch (thrown) {
    return bad > 0 ? 'unusable' : toAppError(thrown);
  }
  return bad > 0 ? 'unusable' : 'nothing';
}

/** The whole lines in the first megabyte; formats that are no lines are read whole. */
function beginningOf(file: SourceFile): SourceFile {
  if (!LINES.includes(extensionOf(file.name)) || (file.bytes ?? Infinity) <= TRIED_BYTES) return file;
  return {
    ...file,
    async *stream() {
      let left = TRIED_BYTES;
      for await (const piece of file.stream()) {
        if (piece.length < left) {
          left -= piece.length;
          yield piece;
          continue;
        }
        const last = piece.subarray(0, left);
        const end = last.lastIndexOf(LINE_FEED);
        // Without a line end in reach the text is cut anywhere, but not within a character.
        yield end >= 0 ? last.subarray(0, end + 1) : wholeCharacters(last);
        return;
      }
    },
  };
}

function wholeCharacters(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && ((bytes[end - 1] ?? 0) & 0xc0) === 0x80) end -= 1;
  return bytes.subarray(0, Math.max(0, end - 1));
}
