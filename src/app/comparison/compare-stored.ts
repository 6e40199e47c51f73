import type { ComparisonReport } from '../../core/compare/comparison-report.ts';
import type { RunRepeats } from '../../core/compare/run-repeats.ts';
import type { TimedIntervals } from '../../core/compare/run-intervals.ts';
import type { RunCosts, RecordCost } from '../../core/compare/run-costs.ts';
import { type PlannedVerdict, readSealedPlan } from '../../core/compare/sealed-plan.ts';
import { AppError } from '../../core/errors.ts';
import { parseStrictJson } from '../../core/packs/strict-json.ts';
import type { RunAgreement } from '../../core/results-import/run-agreement.ts';
import type { RankingReport } from '../../core/stats/ranking/ranking-report.ts';
import type { AgreementRequest, ComparedSet, CompareRequest } from '../services.ts';
import type { WithCompareWorker } from './compare-worker.ts';
import { type ComparedRunsDeps, gatherRuns } from './compared-runs.ts';

export interface CompareDeps extends ComparedRunsDeps {
  readonly worker: WithCompareWorker;
}

type OnProgress = (done: number, total: number) => void;

export async function compareStored(
  request: CompareRequest,
  deps: CompareDeps,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<ComparedSet> {
  const { found, runs, pack, otherVersions } = await gatherRuns(request.runIds, deps);
  const slices = (pack?.sliceFields ?? []).map((field) => ({
    field,
    values: (pack?.samples ?? []).map((sample) => {
      const value = sample?.meta?.[field];
      return value === undefined ? null : String(value);
    }),
  }));
  const { headlineOnly, effect } = request;
  const report = await deps.worker<ComparisonReport>(
    (api) => api.report({ runs, slices, headlineOnly, effect }, onProgress),
    signal,
  );
  return {
    runs: found.map(({ run }, at) => ({ run, name: runs[at]?.name ?? run.header.id })),
    provenance: pack?.provenance ?? null,
    packHere: pack !== null,
    otherVersions,
    report,
  };
}

/** Reads every record of the run for its timings: the only part of a comparison that has to. */
export async function costsOfStored(
  runId: string,
  deps: CompareDeps,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<RunCosts> {
  const { run, store } = await deps.shelf.find(runId);
  const { header } = run;
  const pack = await deps.packs.find(header.pack.id, header.pack.sha256, header.selection);
  const records: RecordCost[] = [];
  for await (const record of store.records(runId, () => undefined)) {
    if (signal.aborted) throw new AppError('runtime/cancelled', 'the comparison was stopped');
    const { id, index, timings, usage, memory, trace } = record;
    const cluster = pack?.samples[index]?.cluster ?? id;
    const calls = trace?.length ?? 1;
    records.push({ timings, usage, cluster, calls, ...(memory === undefined ? {} : { memory }) });
    onProgress(records.length, run.done);
  }
  return deps.worker((api) => api.costs(header, records), signal);
}

/** One measure of one run by every interval there is; resampling is the worker's. */
export async function intervalsOfStored(
  runId: string,
  metric: string,
  deps: CompareDeps,
  signal: AbortSignal,
): Promise<TimedIntervals> {
  const { runs } = await gatherRuns([runId], deps);
  const [run] = runs;
  if (run === undefined)
    throw new AppError('storage/missing', `no run "${runId}"`, { what: 'run', id: runId });
  return deps.worker((api) => api.intervals(run, metric), signal);
}

/** What several answers to each sample say; empty for one answer. */
export async function repeatsOfStored(
  runId: string,
  deps: CompareDeps,
  signal: AbortSignal,
): Promise<readonly RunRepeats[]> {
  const { runs } = await gatherRuns([runId], deps);
  const [run] = runs;
  return run === undefined ? [] : deps.worker((api) => api.repeats(run), signal);
}

/** Runs of one pack as raters of its samples by one measure. */
export async function agreementOfStored(
  { runIds, metric, level }: AgreementRequest,
  deps: CompareDeps,
  signal: AbortSignal,
): Promise<RunAgreement> {
  const { runs } = await gatherRuns(runIds, deps);
  return deps.worker((api) => api.agreement(runs, metric, level), signal);
}

/** Models over packs: the runs of each pack are read together, so that each has that pack's clusters and scorers. */
export async function rankingOfStored(
  runIds: readonly string[],
  deps: CompareDeps,
  signal: AbortSignal,
): Promise<RankingReport> {
  const byPack = new Map<string, string[]>();
  for (const id of runIds) {
    const { sha256 } = (await deps.shelf.find(id)).run.header.pack;
    byPack.set(sha256, [...(byPack.get(sha256) ?? []), id]);
  }
  const gathered = await Promise.all([...byPack.values()].map((ids) => gatherRuns(ids, deps)));
  const runs = gathered.flatMap((one) => one.runs);
  return deps.worker((api) => api.ranking(runs), signal);
}

/** The verdict of a sealed plan on two runs, A the one to be no worse than. */
export async function plannedVerdictOf(
  file: File,
  runIds: readonly [string, string],
  deps: CompareDeps,
  signal: AbortSignal,
): Promise<PlannedVerdict> {
  const plan = readSealedPlan(parseStrictJson(await file.text(), { file: file.name }), file.name);
  const { runs } = await gatherRuns(runIds, deps);
  const [a, b] = runs;
  if (a === undefined || b === undefined) throw new AppError('defect', 'a plan is for two runs');
  // A run is created before its first record, so a plan older than it is older than every record.
  const begun = [a.header.createdAt, b.header.createdAt].sort()[0] ?? null;
  return deps.worker((api) => api.verdict(plan, a, b, begun), signal);
}
