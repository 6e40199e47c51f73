import { wilsonInterval } from '../stats/wilson.ts';
import type { ConfidentAnswer } from './confident-answers.ts';

/** Answers of similar confidence. */
export interface CalibrationBin {
  /** Mean over the bin. */
  readonly confidence: number;
  /** Share that is right, with its Wilson interval. */
  readonly right: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

export const CALIBRATION_BINS = 10;

/**
 * Bins of equal mass: sorted by confidence and split into ten parts whose sizes differ by at most one, the larger ones
 * first (as numpy.array_split; Nguyen and O'Connor, 2015; the binning of HELM's ece_10_bin). Fewer answers than bins
 * give a bin each. Of answers of equal confidence each counts as the mean of them, so that the order in which they came
 * changes nothing.
 */
export function reliabilityBins(
  answers: readonly ConfidentAnswer[],
  bins = CALIBRATION_BINS,
): readonly CalibrationBin[] {
  const sorted = withTiesAveraged(answers);
  const parts = Math.min(bins, sorted.length);
  const size = Math.floor(sorted.length / parts);
  const larger = sorted.length % parts;
  return Array.from({ length: parts }, (_, index) => {
    const start = index * size + Math.min(index, larger);
    const bin = sorted.slice(start, start + size + (index < larger ? 1 : 0));
    const hits = bin.reduce((sum, { right }) => sum + right, 0);
    const { low, high } = wilsonInterval(hits, bin.length, 0.95);
    return {
      confidence: bin.reduce((sum, { confidence }) => sum + confidence, 0) / bin.length,
      right: hits / bin.length,
      low,
      high,
      n: bin.length,
    };
  });
}

interface AveragedAnswer {
  readonly confidence: number;
  /** Share of right answers among those of this confidence. */
  readonly right: number;
}

function withTiesAveraged(answers: readonly ConfidentAnswer[]): readonly AveragedAnswer[] {
  const groups = new Map<number, { n: number; hits: number }>();
  for (const { confidence, right } of answers) {
    const { n, hits } = groups.get(confidence) ?? { n: 0, hits: 0 };
    groups.set(confidence, { n: n + 1, hits: hits + (right ? 1 : 0) });
  }
  return [...groups]
    .sort(([a], [b]) => a - b)
    .flatMap(([confidence, { n, hits }]) =>
      Array.from({ length: n }, () => ({ confidence, right: hits / n })),
    );
}

/** Expected calibration error: sum over bins of n_b / N * |share right - mean confidence|. Null for no answers. */
export function expectedCalibrationError(
  answers: readonly ConfidentAnswer[],
  bins = CALIBRATION_BINS,
): number | null {
  if (answers.length === 0) return null;
  return reliabilityBins(answers, bins).reduce(
    (sum, { n, right, confidence }) => sum + (n / answers.length) * Math.abs(right - confidence),
    0,
  );
}
