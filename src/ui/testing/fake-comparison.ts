/** The comparison service on invented results: the real arithmetic, on this thread. */
import type { RunResults, Services } from '../../app/services.ts';
import type { ComparedRun } from '../../core/compare/compare-runs.ts';
import { comparisonReport, runNames } from '../../core/compare/comparison-report.ts';
import { intervalsOfRun } from '../../core/compare/run-intervals.ts';
import { repeatsOfRun } from '../../core/compare/run-repeats.ts';
import { runCosts } from '../../core/compare/run-costs.ts';
import { AppError } from '../../core/errors.ts';
import { matrixOfRuns } from '../../core/results-import/matrix-of-runs.ts';
import { runAgreement } from '../../core/results-import/run-agreement.ts';
import { rankingReport } from '../../core/stats/ranking/ranking-report.ts';
import { visitRecord } from './fake-data.ts';

export function fakeComparison(resultsOf: (runId: string) => Promise<RunResults>): Services['comparison'] {
  const comparedRuns = async (runIds: readonly string[]): Promise<ComparedRun[]> => {
    const all = await Promise.all(runIds.map(resultsOf));
    const names = runNames(all.map(({ run }) => run.header));
    return all.map(({ run, samples, metrics }, at) => ({
      name: names[at] ?? '',
      header: run.header,
      scored: {
        items: samples.map(({ index, repeat, sampleId }) => ({ index, repeat, sample: { id: sampleId } })),
        tables: [
          {
            columns: metrics.map(({ key, measure, estimate }) => ({
              metric: key,
              measure,
              estimate,
              scores: samples.map(
                ({ scores }) =>
                  scores[key] ?? { state: 'unscored' as const, reason: 'not-applicable' as const },
              ),
            })),
          },
        ],
      },
    }));
  };
  return {
    compare: async ({ runIds, headlineOnly, effect }, onProgress) => {
      const all = await Promise.all(runIds.map(resultsOf));
      const runs = await comparedRuns(runIds);
      const slices = [
        {
          field: 'visitType',
          values: (all[0]?.samples ?? []).map((_, at) => (at % 2 === 0 ? 'new problem' : 'follow-up')),
        },
      ];
      return {
        runs: all.map(({ run }, at) => ({ run, name: runs[at]?.name ?? '' })),
        provenance: all[0]?.provenance ?? null,
        packHere: true,
        otherVersions: [],
        report: comparisonReport({ runs, slices, headlineOnly, effect }, onProgress),
      };
    },
    costs: async (runId, onProgress) => {
      const { run } = await resultsOf(runId);
      const records = Array.from({ length: run.done }, (_, at) => ({
        ...visitRecord(`v${at}`, at),
        cluster: `v${at}`,
        calls: 1,
      }));
      onProgress(run.done, run.done);
      return runCosts(run.header, records);
    },
    intervals: async (runId, metric) => {
      const [run] = await comparedRuns([runId]);
      if (run === undefined) throw new AppError('storage/missing', 'no run', { what: 'run', id: runId });
      return { ...intervalsOfRun(run, metric), tookMs: 1 };
    },
    repeats: async (runId) => (await comparedRuns([runId])).flatMap(repeatsOfRun),
    agreement: async ({ runIds, metric, level }) => runAgreement(await comparedRuns(runIds), metric, level),
    ranking: async (runIds) =>
      rankingReport(matrixOfRuns(await comparedRuns(runIds)), { level: 0.95, seed: 1 }),
    verdict: async () => {
      throw new AppError('input/schema', 'the plan margin must be above 0', { file: 'plan.json' });
    },
  };
}
