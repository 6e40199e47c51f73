/** A person's files as a pack to look at before it is stored. How each format is read is in core. */
import type { Importer, SourceFile } from '../src/core/contracts.ts';
import { AppError, toAppError } from '../src/core/errors.ts';
import { IMPORTERS, importerById } from '../src/core/importers/registry.ts';
import { readVocabularyCsv, type VocabularyReading } from '../src/core/lexicon/vocabulary-csv.ts';
import { makePack } from '../src/core/packs/make-pack.ts';
import type { Sample } from '../src/core/packs/pack.ts';
import { readPack } from '../src/core/packs/read-pack.ts';
import type { ImportReading } from './protocol.ts';
import { sourceOfFile } from './source-of-file.ts';

/** Listed; the rest is counted. */
const MAX_PROBLEMS = 200;
/** The importer id of a file that is a pack already. */
const PACK_FORMAT = 'pack';
/** ".DS_Store", "~$visit.docx": what a folder holds without anybody having put it there. */
const OF_THE_SYSTEM = /(?:^|[\\/])(?:\.|~\$)[^\\/]*$/;

export interface ImportApi {
  /** `importerId` null: the format is found out from name and content. */
  read(
    files: readonly File[],
    importerId: string | null,
    map: Readonly<Record<string, string>>,
    /** The path of each file in the folder it was picked with: a file on its way here keeps only its name. */
    paths?: readonly string[],
  ): Promise<ImportReading>;
  /** A vocabulary of one's own: term, concept id, group. */
  vocabulary(file: File): Promise<VocabularyReading>;
}

export const importApi: ImportApi = {
  vocabulary: (file) => readVocabularyCsv(sourceOfFile(file)),
  read: async (files, importerId, map, paths) => {
    const all = files.map((file, at) => sourceOfFile(file, paths?.[at]));
    const own = all.filter(({ name }) => !OF_THE_SYSTEM.test(name));
    const sources = own.length === 0 ? all : own;
    const [first] = sources;
    if (first === undefined) throw new AppError('input/empty', 'no file was chosen');
    if (importerId === PACK_FORMAT || (importerId === null && (await looksLikePack(first)))) {
      return readAsPack(first);
    }
    if (importerId !== null) return readWith(importerById(importerId), sources, map);
    return readWithBest(sources, map);
  },
};

async function readAsPack(file: SourceFile): Promise<ImportReading> {
  const pack = await readPack(file);
  return {
    fileName: file.name,
    importerId: PACK_FORMAT,
    good: pack.samples.length,
    problems: [],
    totalProblems: 0,
    pack,
  };
}

/**
 * The importers that take such a file, tried from the most particular one. The first that can use a row has recognised
 * the form: its bad rows are told, not handed to a laxer importer that sees nothing wrong with them.
 */
async function readWithBest(
  sources: readonly SourceFile[],
  map: Readonly<Record<string, string>>,
): Promise<ImportReading> {
  const extension = extensionOf(sources[0]?.name ?? '');
  const taking = IMPORTERS.filter((importer) => importer.extensions.includes(extension));
  // A benchmark's name, licence and citation must not stand on a table of somebody's own.
  const candidates = [
    ...taking.filter((importer) => importer.resemblesOwnTables !== true),
    ...taking.filter((importer) => importer.resemblesOwnTables === true),
  ];
  let unusable: ImportReading | null = null;
  let refused: AppError | null = null;
  for (const importer of candidates) {
    try {
      const reading = await readWith(importer, sources, map);
      if (reading.good > 0) return reading;
      unusable ??= reading;
    } catch (thrown) {
      refused = toAppError(thrown);
    }
  }
  if (unusable !== null && (unusable.totalProblems > 0 || refused === null)) return unusable;
  if (refused !== null) throw refused;
  throw new AppError('input/unknown-format', `no importer takes .${extension} files`, {
    file: sources[0]?.name ?? '',
    known: IMPORTERS.map((importer) => importer.id),
  });
}

async function readWith(
  importer: Importer,
  sources: readonly SourceFile[],
  map: Readonly<Record<string, string>>,
): Promise<ImportReading> {
  const samples: Sample[] = [];
  const problems: ImportReading['problems'][number][] = [];
  let totalProblems = 0;
  for await (const row of importer.read(sources, { map })) {
    if (row.kind === 'sample') {
      samples.push(row.sample);
      continue;
    }
    totalProblems += 1;
    if (problems.length < MAX_PROBLEMS)
      problems.push({ line: row.line, field: row.field, problem: row.problem });
  }
  const folder = commonFolder(sources.map(({ name }) => name));
  const files = folder === null ? sources.map(({ name }) => name) : [folder];
  return {
    fileName: files.join(', '),
    importerId: importer.id,
    good: samples.length,
    problems,
    totalProblems,
    pack: samples.length === 0 ? null : makePack({ samples, importer, files }),
  };
}

/** The folder that all files were picked with; null when they were picked one by one. */
function commonFolder(paths: readonly string[]): string | null {
  const [first] = paths.map((path) => path.split('/'));
  const folder = first?.[0];
  if (folder === undefined || (first?.length ?? 0) < 2) return null;
  return paths.every((path) => path.startsWith(`${folder}/`)) ? folder : null;
}

/** A pack says its schema version in its first lines, in either form. */
async function looksLikePack(file: SourceFile): Promise<boolean> {
  if (!['json', 'jsonl'].includes(extensionOf(file.name))) return false;
  for await (const piece of file.stream()) {
    const start = new TextDecoder().decode(piece.subarray(0, 4096));
    if (start.includes('"schemaVersion"')) return true;
    break;
  }
  return extensionOf(file.name) === 'json';
}

function extensionOf(name: string): string {
  return /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}
