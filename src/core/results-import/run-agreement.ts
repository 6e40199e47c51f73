/** Runs of one pack as raters of its samples. */
import type { ComparedRun } from '../compare/compare-runs.ts';
import { DEFAULT_LEVEL, DEFAULT_SEED } from '../run/score-run.ts';
import { type AgreementReport, agreementReport } from '../stats/agreement/agreement-report.ts';
import type { MeasurementLevel } from '../stats/agreement/ratings-table.ts';
import { guessLevel } from '../stats/agreement/read-ratings.ts';
import { ratingsOfRuns } from './ratings-of-runs.ts';

export interface RunAgreement {
  readonly metric: string;
  readonly level: MeasurementLevel;
  readonly levelReason: string;
  readonly report: AgreementReport;
}

/** `level` null: guessed from the scores, and said. */
export function runAgreement(
  runs: readonly ComparedRun[],
  metric: string,
  level: MeasurementLevel | null,
): RunAgreement {
  const table = ratingsOfRuns(runs, metric);
  const guessed = guessLevel(table);
  const at = level ?? guessed.level;
  const report = agreementReport(table, at, { level: DEFAULT_LEVEL, seed: DEFAULT_SEED });
  return { metric, level: at, levelReason: level === null ? guessed.reason : 'as chosen', report };
}
