/** Runs as commands take them: our own run.jsonl, or the results that another tool wrote, found by their content. */
import type { RunHeader, RunRecord, Scorer } from '../core/contracts.ts';
import type { ComparedScores } from '../core/compare/pair-scores.ts';
import { AppError } from '../core/errors.ts';
import type { FidelityOverride } from '../core/fidelity/override.ts';
import { fileHead } from '../core/importers/records.ts';
import type { Provenance } from '../core/packs/pack.ts';
import { type SealedPack, readPack } from '../core/packs/read-pack.ts';
import { comparedScores } from '../core/results-import/compared-scores.ts';
import { type ReadResults, readResults } from '../core/results-import/read-results.ts';
import { recordedScores } from '../core/results-import/recorded-scores.ts';
import { labelledRuns } from '../core/run/label-reports.ts';
import { outputsOfRecords } from '../core/run/read-outputs.ts';
import { readRunFile } from '../core/run/run-jsonl.ts';
import { type ScoredRun, scoreRun } from '../core/run/score-run.ts';
import { bindScorers } from '../core/scorers/bind-scorers.ts';
import { bundledPack, findBundledPack } from './bundled-pack.ts';
import type { CliIo } from './command.ts';
import { sourceFile } from './files.ts';

/** What a command takes for a run, for its help. */
export const RUN_FILES = `a run.jsonl, or another tool's results: an inspect_ai log (.json, .eval), lm-eval samples (.jsonl),
             HELM per_instance_stats.json, promptfoo output, predictions (with --pack). Scores that the file brings are
             used as they are, unless --scorers names others and the file holds the outputs`;

export interface OpenedRun {
  readonly name: string;
  readonly header: RunHeader;
  /** Given on the page, and in the file since. */
  readonly fidelityOverride: FidelityOverride | null;
  readonly records: readonly RunRecord[];
  /** Null when neither --pack nor the file itself has it. */
  readonly pack: SealedPack | null;
  /** The given scorers' scores; else what the file brought, or the pack's own scorers make of its outputs. */
  readonly scored: ComparedScores;
  readonly transformOf?: Provenance['transformOf'];
  /** For exports, which show samples: needs the pack. */
  full(): ScoredRun;
}

export interface OpenOptions {
  readonly pack: string | undefined;
  readonly scorers: readonly string[] | null;
}

/** One run of our own; or every run of a foreign file, because one may hold several. */
export async function openRuns(path: string, options: OpenOptions, io: CliIo): Promise<readonly OpenedRun[]> {
  if (await isOwnRun(path)) return [await openOwn(path, options)];
  const read = await readForeign([path], options.pack);
  tellProblems(read, io);
  const opening = read.runs.map(async (run): Promise<OpenedRun> => {
    const pack = read.packs.get(run.header.pack.sha256) ?? run.pack;
    const name = read.runs.length === 1 ? path : `${path} (${run.header.model.title})`;
    // Predictions bring no scores: the pack's scorers are meant.
    const opened = { name, header: run.header, fidelityOverride: null, records: run.records, pack };
    const scorers = options.scorers ?? (run.tables.length === 0 && pack !== null ? pack.scorers : null);
    if (scorers !== null) {
      if (pack === null) throw noPack(name);
      const scored = scoreOwn({ ...run, name }, pack, await bindScorers(scorers));
      return { ...opened, scored, full: () => scored };
    }
    return {
      ...opened,
      scored: comparedScores(run),
      full: () => {
        if (pack === null) throw noPack(name);
        return recordedScores(pack, run.tables);
      },
    };
  });
  return Promise.all(opening);
}

export async function openAll(
  paths: readonly string[],
  options: OpenOptions,
  io: CliIo,
): Promise<readonly OpenedRun[]> {
  const runs: OpenedRun[] = [];
  for (const path of paths) runs.push(...(await openRuns(path, options, io)));
  return runs;
}

/** Exactly one run; a file of several names them. */
export async function openRun(path: string, options: OpenOptions, io: CliIo): Promise<OpenedRun> {
  const [run, ...others] = await openRuns(path, options, io);
  if (run === undefined) throw new AppError('input/empty', `${path} has no run`, { file: path });
  if (others.length === 0) return run;
  throw new AppError(
    'input/option',
    `${path} holds ${others.length + 1} runs: ${[run, ...others].map(({ header }) => header.model.title).join(', ')}`,
    {
      option: 'file',
    },
  );
}

export async function isOwnRun(path: string): Promise<boolean> {
  return /^\s*\{[^\n]*"kind"\s*:\s*"run"/u.test(await fileHead(sourceFile(path)));
}

/** `packPath` undefined: a pack of ours that the file names, or one made of its own texts. */
export async function readForeign(
  paths: readonly string[],
  packPath: string | undefined,
): Promise<ReadResults & { readonly packs: ReadonlyMap<string, SealedPack> }> {
  const given = packPath === undefined ? null : await readPack(sourceFile(packPath));
  const packs = new Map<string, SealedPack>(given === null ? [] : [[given.seal, given]]);
  const read = await readResults(paths.map(sourceFile), {
    now: new Date(0).toISOString(),
    findPack: async ({ header }) => {
      if (given !== null) return given;
      const bundled = header === null ? null : findBundledPack(header.pack.id);
      if (bundled === null) return null;
      const pack = await readPack(sourceFile(bundled));
      if (pack.seal !== header?.pack.sha256) return null;
      packs.set(pack.seal, pack);
      return pack;
    },
  });
  return { ...read, packs };
}

async function openOwn(path: string, options: OpenOptions): Promise<OpenedRun> {
  const run = await readRunFile(sourceFile(path));
  const pack = await readPack(sourceFile(options.pack ?? bundledPack(run.header.pack.id)));
  const scored = scoreOwn(run, pack, await bindScorers(options.scorers ?? pack.scorers));
  return {
    name: run.name,
    header: run.header,
    fidelityOverride: run.fidelityOverride,
    records: run.records,
    pack,
    scored,
    transformOf: pack.provenance.transformOf,
    full: () => scored,
  };
}

/** With the labels that were given, where the pack's questions all offer the same ones. */
function scoreOwn(
  run: { readonly name: string; readonly header: RunHeader; readonly records: readonly RunRecord[] },
  pack: SealedPack,
  scorers: readonly Scorer[],
): ScoredRun & Pick<ComparedScores, 'labels'> {
  if (scorers.length === 0)
    throw new AppError('input/option', 'no scorer was named', { option: '--scorers' });
  const { outputs, selection } = outputsOfRecords(pack, run.header, run.records, run.name);
  const scored = scoreRun(pack, outputs, { scorers, selection });
  return { ...scored, labels: labelledRuns(scored) };
}

function noPack(name: string): AppError {
  return new AppError('input/option', `${name} has no texts of its samples: name its pack with --pack`, {
    option: '--pack',
  });
}

const LISTED = 10;

export function tellProblems({ problems, totalProblems, runs }: ReadResults, io: CliIo): void {
  for (const { file, line, field, problem } of problems.slice(0, LISTED))
    io.err(`${file}, line ${line}${field === null ? '' : `, ${field}`}: ${problem}`);
  if (totalProblems > LISTED) io.err(`… ${totalProblems} rows in all could not be read and take no part`);
  for (const { left } of runs) for (const one of left) io.err(`left out: ${one}`);
}
