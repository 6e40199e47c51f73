import type { ComparedRun } from '../src/core/compare/compare-runs.ts';
import {
  comparisonReport,
  type ComparisonReport,
  type ComparisonRequest,
} from '../src/core/compare/comparison-report.ts';
import { repeatsOfRun, type RunRepeats } from '../src/core/compare/run-repeats.ts';
import { intervalsOfRun, type TimedIntervals } from '../src/core/compare/run-intervals.ts';
import { runCosts, type RecordCost, type RunCosts } from '../src/core/compare/run-costs.ts';
import { plannedVerdict, type PlannedVerdict, type SealedPlan } from '../src/core/compare/sealed-plan.ts';
import { matrixOfRuns } from '../src/core/results-import/matrix-of-runs.ts';
import { runAgreement, type RunAgreement } from '../src/core/results-import/run-agreement.ts';
import type { MeasurementLevel } from '../src/core/stats/agreement/ratings-table.ts';
import { rankingReport, type RankingReport } from '../src/core/stats/ranking/ranking-report.ts';
import type { RunHeader } from '../src/core/contracts.ts';
import { DEFAULT_LEVEL, DEFAULT_SEED } from '../src/core/run/score-run.ts';

export interface CompareApi {
  intervals(run: ComparedRun, metric: string): TimedIntervals;
  report(request: ComparisonRequest, onProgress: (done: number, total: number) => void): ComparisonReport;
  costs(header: Pick<RunHeader, 'model'>, records: readonly RecordCost[]): RunCosts;
  repeats(run: ComparedRun): readonly RunRepeats[];
  agreement(runs: readonly ComparedRun[], metric: string, level: MeasurementLevel | null): RunAgreement;
  ranking(runs: readonly ComparedRun[]): RankingReport;
  verdict(plan: SealedPlan, a: ComparedRun, b: ComparedRun, firstRecordAt: string | null): PlannedVerdict;
}

export function createCompareApi(): CompareApi {
  return {
    intervals: (run, metric) => {
      const started = performance.now();
      const found = intervalsOfRun(run, metric);
      return { ...found, tookMs: performance.now() - started };
    },
    report: comparisonReport,
    costs: runCosts,
    repeats: repeatsOfRun,
    agreement: runAgreement,
    ranking: (runs) => rankingReport(matrixOfRuns(runs), { level: DEFAULT_LEVEL, seed: DEFAULT_SEED }),
    verdict: (plan, a, b, firstRecordAt) =>
      plannedVerdict(plan, a, b, firstRecordAt, { level: DEFAULT_LEVEL, seed: DEFAULT_SEED }),
  };
}
