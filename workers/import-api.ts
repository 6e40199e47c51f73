/** A person's files as a pack: looked at first, then handed over in parts. How each format is read is in core. */
import type { ImportOptions, Importer, SourceFile } from '../src/core/contracts.ts';
import { AppError } from '../src/core/errors.ts';
import { mapFor } from '../src/core/importers/column-maps.ts';
import { guessFields } from '../src/core/importers/field-map.ts';
import { goodSamples } from '../src/core/importers/good-samples.ts';
import { extensionOf, guessImporter } from '../src/core/importers/guess.ts';
import { fileHead } from '../src/core/importers/records.ts';
import { importerById } from '../src/core/importers/registry.ts';
import { readVocabularyCsv, type VocabularyReading } from '../src/core/lexicon/vocabulary-csv.ts';
import { createContentDigest } from '../src/core/packs/content-digest.ts';
import { createPackDraft } from '../src/core/packs/pack-draft.ts';
import type { PackHeader, Sample } from '../src/core/packs/pack.ts';
import { openPack } from '../src/core/packs/read-pack.ts';
import { promptById } from '../src/core/prompts/registry.ts';
import { deliverPack, type DeliveredPack, type PackPort } from './deliver-pack.ts';
import type { ImportReading, ImportRequest } from './protocol.ts';
import { sourceOfFile } from './source-of-file.ts';

/** Listed; the rest is counted. */
const MAX_PROBLEMS = 200;
/** Shown before anything is stored. */
const SHOWN = 10;
/** The importer id of a file that is a pack already. */
const PACK_FORMAT = 'pack';
/** ".DS_Store", "~$visit.docx": what a folder holds without anybody having put it there. */
const OF_THE_SYSTEM = /(?:^|[\\/])(?:\.|~\$)[^\\/]*$/;
const PROGRESS_MS = 100;

type OnRead = (part: number, rows: number) => void;

/** What the second reading needs of the first. */
export type ReadingToKeep = Pick<ImportReading, 'importerId' | 'map' | 'answersFrom' | 'contentSha256'> & {
  readonly header: PackHeader;
};

export interface ImportApi {
  /** What the files hold and what is wrong with them. Nothing is kept. */
  read(request: ImportRequest, onRead?: OnRead): Promise<ImportReading>;
  /**
   * Reads the files again, as `reading` says, and hands the samples over in pack order, one part at a time: the next is
   * read when the last is stored. Refused at its end when the files are no longer what they were.
   */
  deliver(
    request: ImportRequest,
    reading: ReadingToKeep,
    store: PackPort,
    onRead?: OnRead,
  ): Promise<DeliveredPack>;
  /** A vocabulary of one's own: term, concept id, group. */
  vocabulary(file: File): Promise<VocabularyReading>;
}

export const importApi: ImportApi = {
  vocabulary: (file) => readVocabularyCsv(sourceOfFile(file)),
  read: async (request, onRead) => {
    const sources = sourcesOf(request);
    const [first] = sources;
    if (first === undefined) throw new AppError('input/empty', 'no file was chosen');
    const { importerId } = request;
    const counting = counted(sources, onRead);
    if (importerId === PACK_FORMAT || (importerId === null && (await looksLikePack(first)))) {
      return readAsPack(counting.files[0] ?? first, counting);
    }
    const given: ImportOptions = {
      map: request.map,
      ...(request.answersFrom === undefined ? {} : { answersFrom: request.answersFrom }),
    };
    const importer = importerId === null ? await guessImporter(sources, given) : importerById(importerId);
    return readWith(importer, sources, request, counting);
  },
  deliver: async (request, reading, store, onRead) => {
    const counting = counted(sourcesOf(request), onRead);
    const samples =
      reading.importerId === PACK_FORMAT
        ? packSamples(counting.files)
        : goodSamples(importerById(reading.importerId), counting.files, {
            map: reading.map,
            ...(reading.answersFrom === undefined ? {} : { answersFrom: reading.answersFrom }),
          });
    return deliverPack(counting.rows(samples), reading.header, reading.contentSha256, store);
  },
};

function sourcesOf({ files, paths }: ImportRequest): readonly SourceFile[] {
  const all = files.map((file, at) => sourceOfFile(file, paths?.[at]));
  const own = all.filter(({ name }) => !OF_THE_SYSTEM.test(name));
  return own.length === 0 ? all : own;
}

async function* packSamples(files: readonly SourceFile[]): AsyncIterable<Sample> {
  const [file] = files;
  if (file === undefined) return;
  yield* (await openPack(file)).samples;
}

type Counting = ReturnType<typeof counted>;

/** Tells how much of the files has been read, a few times a second. */
function counted(sources: readonly SourceFile[], onRead: OnRead | undefined) {
  const total = sources.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0);
  let read = 0;
  let rows = 0;
  let toldAt = 0;
  const tell = (): void => {
    const now = Date.now();
    if (now - toldAt < PROGRESS_MS) return;
    toldAt = now;
    // An importer may read a file twice, for what must be known before its first row.
    onRead?.(total === 0 ? 0 : Math.min(1, read / total), rows);
  };
  return {
    files: sources.map((file): SourceFile => ({
      ...file,
      async *stream() {
        for await (const piece of file.stream()) {
          read += piece.length;
          tell();
          yield piece;
        }
      },
    })),
    async *rows<Row>(all: AsyncIterable<Row>): AsyncIterable<Row> {
      for await (const row of all) {
        rows += 1;
        tell();
        yield row;
      }
    },
  };
}

async function readAsPack(file: SourceFile, counting: Counting): Promise<ImportReading> {
  const stream = await openPack(file);
  const head: Sample[] = [];
  const content = createContentDigest();
  let good = 0;
  for await (const sample of counting.rows(stream.samples)) {
    good += 1;
    content.add(sample);
    if (head.length < SHOWN) head.push(sample);
  }
  return {
    fileName: file.name,
    importerId: PACK_FORMAT,
    good,
    problems: [],
    totalProblems: 0,
    header: { ...stream.header, seal: stream.seal() },
    contentSha256: content.finish(),
    head,
    prompts: promptsOf(stream.header.promptId, head),
    map: {},
    columns: null,
  };
}

async function readWith(
  importer: Importer,
  sources: readonly SourceFile[],
  request: ImportRequest,
  counting: Counting,
): Promise<ImportReading> {
  const [first] = sources;
  const columns =
    first === undefined || importer.columns === undefined ? null : await importer.columns(first);
  const names = (columns ?? []).map(({ name }) => name);
  const remembered =
    columns === null || Object.keys(request.map).length > 0 ? null : mapFor(names, request.remembered ?? []);
  const map = remembered?.map ?? request.map;
  const answersFrom = request.answersFrom ?? remembered?.answersFrom;
  const options: ImportOptions = { map, ...(answersFrom === undefined ? {} : { answersFrom }) };
  const folder = commonFolder(sources.map(({ name }) => name));
  const files = folder === null ? sources.map(({ name }) => name) : [folder];
  const draft = createPackDraft({ importer, files });
  const head: Sample[] = [];
  const problems: ImportReading['problems'][number][] = [];
  let [good, totalProblems] = [0, 0];
  for await (const row of counting.rows(importer.read(counting.files, options))) {
    if (row.kind === 'sample') {
      good += 1;
      draft.add(row.sample);
      if (head.length < SHOWN) head.push(row.sample);
      continue;
    }
    totalProblems += 1;
    if (problems.length < MAX_PROBLEMS)
      problems.push({ line: row.line, field: row.field, problem: row.problem });
  }
  const made = good === 0 ? null : draft.finish();
  return {
    fileName: files.join(', '),
    importerId: importer.id,
    good,
    problems,
    totalProblems,
    header: made?.header ?? null,
    contentSha256: made?.contentSha256 ?? '',
    head,
    prompts: promptsOf(made?.header.promptId ?? importer.defaults.promptId, head),
    map,
    ...(answersFrom === undefined ? {} : { answersFrom }),
    columns:
      columns === null
        ? null
        : {
            found: columns,
            fields: Object.keys(map).length > 0 ? map : Object.fromEntries(guessFields(names)),
            from:
              remembered !== null ? 'remembered' : Object.keys(request.map).length > 0 ? 'chosen' : 'guessed',
          },
  };
}

/** As they would be sent, before the model's chat template. */
function promptsOf(promptId: string, samples: readonly Sample[]): ImportReading['prompts'] {
  try {
    const prompt = promptById(promptId);
    return samples.map((sample) => ({ id: sample.id, messages: prompt.render(sample) }));
  } catch {
    // A pack of somebody else's may name a prompt that is not known here; that is said when it is run.
    return [];
  }
}

/** The folder that all files were picked with; null when they were picked one by one. */
function commonFolder(paths: readonly string[]): string | null {
  const [first] = paths.map((path) => path.split('/'));
  const folder = first?.[0];
  if (folder === undefined || (first?.length ?? 0) < 2) return null;
  return paths.every((path) => path.startsWith(`${folder}/`)) ? folder : null;
}

/**
 * A pack says its schema version in its first lines, in either form. A .json file that does not even begin as JSON is
 * read as one too, because what is wrong with it is best told there.
 */
async function looksLikePack(file: SourceFile): Promise<boolean> {
  const extension = extensionOf(file.name);
  if (!['json', 'jsonl'].includes(extension)) return false;
  const head = await fileHead(file);
  if (head.includes('"schemaVersion"')) return true;
  return extension === 'json' && !/^\s*[[{]/.test(head);
}
