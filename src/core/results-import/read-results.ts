/** Files that another tool wrote -> runs of ours. What cannot be read is told by file and line; nothing is skipped silently. */
import type { ImportedFrom, SourceFile } from '../contracts.ts';
import { createSha256 } from '../digest.ts';
import { AppError } from '../errors.ts';
import { fileHead } from '../importers/records.ts';
import type { SealedPack } from '../packs/read-pack.ts';
import { type ImportedRun, assembleRun } from './imported-run.ts';
import { resultsImporterFor } from './registry.ts';
import type { ForeignItem, ForeignRun, ResultsImporter } from './results-importer.ts';

export interface ResultsProblem {
  readonly file: string;
  readonly line: number;
  readonly field: string | null;
  readonly problem: string;
}

export interface ReadResults {
  readonly format: { readonly id: string; readonly title: string };
  readonly runs: readonly ImportedRun[];
  /** The first of them; the rest is counted. */
  readonly problems: readonly ResultsProblem[];
  readonly totalProblems: number;
}

/** Finds the pack that a run's answers belong to; null makes one of the file's own texts where it can. */
export type FindPack = (run: ForeignRun, ids: ReadonlySet<string>) => Promise<SealedPack | null>;

export interface ReadResultsOptions {
  readonly findPack: FindPack;
  /** For files that do not say when the run was made. */
  readonly now: string;
}

const LISTED = 200;
const HEAD_BYTES = 16_384;

export async function readResults(
  files: readonly SourceFile[],
  options: ReadResultsOptions,
): Promise<ReadResults> {
  const groups = await grouped(files);
  const read = await Promise.all(groups.map((group) => readGroup(group, options)));
  const problems = read.flatMap((one) => one.problems);
  const { id, title } = groups[0]?.importer ?? { id: '', title: '' };
  return {
    format: { id, title },
    runs: read.flatMap(({ runs }) => runs),
    problems: problems.slice(0, LISTED),
    totalProblems: read.reduce((sum, { totalProblems }) => sum + totalProblems, 0),
  };
}

interface Group {
  readonly importer: ResultsImporter;
  readonly files: readonly SourceFile[];
}

/** Files of a format whose runs lie in several files are read together, others one by one. */
async function grouped(files: readonly SourceFile[]): Promise<Group[]> {
  if (files.length === 0) throw new AppError('input/empty', 'no file was chosen');
  const groups: { importer: ResultsImporter; files: SourceFile[] }[] = [];
  for (const file of files) {
    const importer = resultsImporterFor(file.name, await fileHead(file, HEAD_BYTES));
    const known =
      importer.together === true ? groups.find((group) => group.importer === importer) : undefined;
    if (known === undefined) groups.push({ importer, files: [file] });
    else known.files.push(file);
  }
  return groups;
}

async function readGroup(
  { importer, files }: Group,
  options: ReadResultsOptions,
): Promise<Omit<ReadResults, 'format'>> {
  const runs: ForeignRun[] = [];
  const items = new Map<string, ForeignItem[]>();
  const problems: ResultsProblem[] = [];
  let totalProblems = 0;
  const file = files.map(({ name }) => name).join(', ');
  for await (const row of importer.read(files)) {
    if (row.kind === 'run') runs.push(row.run);
    else if (row.kind === 'item') {
      const known = items.get(row.item.run);
      if (known === undefined) items.set(row.item.run, [row.item]);
      else known.push(row.item);
    } else {
      totalProblems += 1;
      const { line, field, problem } = row;
      if (problems.length < LISTED) problems.push({ file, line, field, problem });
    }
  }
  if (items.size === 0) {
    throw new AppError('input/empty', `${file}: no answer could be read`, {
      file,
      problems: problems.slice(0, 20).map(({ line, problem }) => `line ${line}: ${problem}`),
      problemCount: totalProblems,
    });
  }
  const from: ImportedFrom = {
    format: importer.id,
    tool: runs[0]?.tool ?? '',
    files: await hashes(files),
    problems: totalProblems,
  };
  const assembled: ImportedRun[] = [];
  for (const run of runs) {
    const own = items.get(run.key) ?? [];
    if (own.length === 0) continue;
    const pack = await options.findPack(run, new Set(own.map(({ id }) => id)));
    if (pack === null && run.task === null && run.header === null) throw noPack(file, own);
    assembled.push(
      assembleRun({ run, items: own, from: { ...from, tool: run.tool }, pack, now: options.now }),
    );
  }
  return { runs: assembled, problems, totalProblems };
}

function noPack(file: string, items: readonly ForeignItem[]): AppError {
  return new AppError(
    'input/unknown-id',
    `${file}: no pack here has a sample "${items[0]?.id ?? ''}": import the pack first`,
    {
      file,
      ids: items.slice(0, 20).map(({ id }) => id),
      count: items.length,
    },
  );
}

async function hashes(files: readonly SourceFile[]): Promise<ImportedFrom['files']> {
  return Promise.all(
    files.map(async (file) => {
      const hash = createSha256();
      for await (const piece of file.stream()) hash.update(piece);
      return { name: file.name.split(/[\\/]/u).at(-1) ?? file.name, sha256: hash.digestHex() };
    }),
  );
}
