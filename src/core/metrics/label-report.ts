/**
 * How answers with one right label each do label by label, and their macro-F1 (scikit-learn, f1_score with
 * average="macro"). An answer that could not be read is unscored: it counts for no label and is counted beside the mean.
 */
import type { Estimate, MeasureSpec } from '../contracts.ts';
import { percentileInterval } from '../stats/bootstrap.ts';
import { seededRng } from '../stats/seeded-rng.ts';
import { type EstimateOptions, FEW_CLUSTERS, estimateMean } from './estimate.ts';
import { FEW_OF_A_LABEL, type F1Values, f1Of, positionsByCluster, resamplesFor } from './label-f1.ts';

export const MACRO_F1: MeasureSpec = {
  id: 'macro-f1',
  title: 'Macro-F1, every label alike',
  kind: 'fraction',
  better: 'higher',
  headline: true,
};

export interface LabelledAnswer {
  readonly wanted: string;
  readonly given: string;
  readonly cluster: string;
}

export interface LabelRow {
  readonly label: string;
  /** Answers for which this is the right label, and answers that give it. */
  readonly wanted: number;
  readonly given: number;
  /** Of the answers that give it, the right ones. */
  readonly precision: Estimate;
  /** Of the answers for which it is right, those that give it. */
  readonly recall: Estimate;
  readonly f1: Estimate;
}

export interface LabelReport {
  readonly macroF1: Estimate;
  /** In the order in which the right labels first occur. */
  readonly labels: readonly LabelRow[];
}

/** Null when nothing could be read. `without`: answers that give no label, and how many of them failed. */
export function labelReport(
  answers: readonly LabelledAnswer[],
  without: { readonly unscored: number; readonly failed: number },
  options: EstimateOptions,
): LabelReport | null {
  if (answers.length === 0) return null;
  const names = [...new Set([...answers.map(({ wanted }) => wanted), ...answers.map(({ given }) => given)])];
  const place = new Map(names.map((name, at) => [name, at]));
  const wanted = Int32Array.from(answers, (one) => place.get(one.wanted) ?? 0);
  const given = Int32Array.from(answers, (one) => place.get(one.given) ?? 0);
  const clusters = positionsByCluster(answers);
  const values = f1Of([...answers.keys()], wanted, given, names.length);
  const draws = resampled(clusters, wanted, given, names.length, answers.length, options.seed);

  const { level } = options;
  const bounds = (of: (draw: F1Values) => number): Pick<Estimate, 'low' | 'high'> => {
    const replicates = draws
      .map(of)
      .filter((value) => !Number.isNaN(value))
      .sort((a, b) => a - b);
    // Equal replicates would give an interval of no width, which says "no variation seen", not "certain".
    return replicates.length === 0 || replicates[0] === replicates.at(-1)
      ? { low: null, high: null }
      : percentileInterval(replicates, level);
  };
  const smallest = Math.min(
    ...names.map((_, at) => wanted.filter((one) => one === at).length).filter((count) => count > 0),
  );
  const shared = clusters.length < answers.length;
  const bootstrapped = (
    value: number,
    of: (draw: F1Values) => number,
    n: number,
    rarest: number,
    counts: { readonly unscored: number; readonly failed: number },
  ): Estimate => {
    const interval = bounds(of);
    const few = rarest < FEW_OF_A_LABEL || interval.low === null;
    return {
      value,
      ...interval,
      level,
      method: interval.low === null ? 'none' : 'percentile-bootstrap',
      n,
      ...counts,
      ...(shared ? { clusters: clusters.length } : {}),
      ...(shared && clusters.length < FEW_CLUSTERS
        ? { unreliable: 'few-clusters' as const }
        : few
          ? { unreliable: 'few-samples' as const }
          : {}),
    };
  };
  const none = { unscored: 0, failed: 0 };
  const share = (rows: readonly LabelledAnswer[]): Estimate =>
    estimateMean(
      rows.map((one) => ({ state: 'scored', value: one.wanted === one.given ? 1 : 0 })),
      rows.map(({ cluster }) => cluster),
      { kind: 'binary' },
      options,
    );
  return {
    macroF1: bootstrapped(values.macro, ({ macro }) => macro, answers.length, smallest, without),
    labels: names.map((label, at) => {
      const right = answers.filter((one) => one.wanted === label);
      const said = answers.filter((one) => one.given === label);
      return {
        label,
        wanted: right.length,
        given: said.length,
        precision: share(said),
        recall: share(right),
        f1: bootstrapped(
          values.each[at] ?? Number.NaN,
          ({ each }) => each[at] ?? Number.NaN,
          answers.length,
          right.length,
          none,
        ),
      };
    }),
  };
}

/** Whole clusters are drawn, as answers about one patient, or repeats of one question, come or stay away together. */
function resampled(
  clusters: readonly (readonly number[])[],
  wanted: Int32Array,
  given: Int32Array,
  labels: number,
  answers: number,
  seed: number,
): readonly F1Values[] {
  const rng = seededRng(seed);
  return Array.from({ length: resamplesFor(answers) }, () => {
    const rows = clusters.flatMap(() => clusters[Math.floor(rng.next() * clusters.length)] ?? []);
    return f1Of(rows, wanted, given, labels);
  });
}
