import { wilsonInterval } from '../stats/wilson.ts';
import type { ConfidentAnswer } from './confident-answers.ts';

export interface CoveragePoint {
  /** Share of all answers that is used: the surest ones. */
  readonly coverage: number;
  readonly n: number;
  readonly accuracy: number;
}

/**
 * Accuracy of the k surest answers for every k. Answers of equal confidence share their group's accuracy: inside a tie
 * each further answer adds the mean of the group, so that the order in which equals came changes nothing.
 */
export function selectiveAccuracy(answers: readonly ConfidentAnswer[]): readonly CoveragePoint[] {
  const groups = new Map<number, { n: number; hits: number }>();
  for (const { confidence, right } of answers) {
    const group = groups.get(confidence) ?? { n: 0, hits: 0 };
    groups.set(confidence, { n: group.n + 1, hits: group.hits + (right ? 1 : 0) });
  }
  const points: CoveragePoint[] = [];
  let hitsBefore = 0;
  for (const [, { n, hits }] of [...groups].sort(([a], [b]) => b - a)) {
    const before = points.length;
    for (let inside = 1; inside <= n; inside += 1) {
      const used = before + inside;
      points.push({
        coverage: used / answers.length,
        n: used,
        accuracy: (hitsBefore + (hits * inside) / n) / used,
      });
    }
    hitsBefore += hits;
  }
  return points;
}

/** Mean of the accuracies over all coverages (selective_cov_acc_area of HELM). Null for no answers. */
export function coverageAccuracyArea(answers: readonly ConfidentAnswer[]): number | null {
  const points = selectiveAccuracy(answers);
  return points.length === 0 ? null : points.reduce((sum, { accuracy }) => sum + accuracy, 0) / points.length;
}

/** Area under risk over coverage (Geifman and El-Yaniv, 2017): one less the area of accuracy. */
export function areaUnderRiskCoverage(answers: readonly ConfidentAnswer[]): number | null {
  const area = coverageAccuracyArea(answers);
  return area === null ? null : 1 - area;
}

/** Accuracy of the surest tenth: accs[int(0.1 N)] of HELM's list that begins with the surest answer alone. */
export function selectiveAccuracyAtTenth(answers: readonly ConfidentAnswer[]): number | null {
  return selectiveAccuracy(answers)[Math.floor(answers.length * 0.1)]?.accuracy ?? null;
}

export interface RiskCoveragePoint {
  readonly coverage: number;
  readonly risk: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

/** Share of wrong answers among the surest, with its Wilson interval; one point where the confidence changes. */
export function riskCoverage(answers: readonly ConfidentAnswer[]): readonly RiskCoveragePoint[] {
  const points = selectiveAccuracy(answers);
  const sorted = [...answers].map(({ confidence }) => confidence).sort((a, b) => b - a);
  return points
    .filter(({ n }) => n === sorted.length || sorted[n] !== sorted[n - 1])
    .map(({ coverage, n, accuracy }) => {
      const wrong = n - Math.round(accuracy * n);
      return { coverage, risk: wrong / n, ...bounds(wrong, n), n };
    });
}

function bounds(wrong: number, n: number): { low: number; high: number } {
  const { low, high } = wilsonInterval(wrong, n, 0.95);
  return { low, high };
}
