/** F1 label by label and over labels, of rows of right and given labels: what a report and a comparison both resample. */

/** Fewer right answers than this for one of the labels, and its part of the mean is mostly chance. */
export const FEW_OF_A_LABEL = 10;
const MOST_RESAMPLES = 2_000;
const LEAST_RESAMPLES = 200;
const DRAWN_ANSWERS = 2_000_000;

/** Fewer where each draws very many answers. */
export function resamplesFor(answers: number): number {
  return Math.max(LEAST_RESAMPLES, Math.min(MOST_RESAMPLES, Math.ceil(DRAWN_ANSWERS / answers)));
}

/** Positions of the answers, cluster by cluster. */
export function positionsByCluster(
  answers: readonly { readonly cluster: string }[],
): readonly (readonly number[])[] {
  const found = new Map<string, number[]>();
  answers.forEach(({ cluster }, at) => {
    const positions = found.get(cluster);
    if (positions === undefined) found.set(cluster, [at]);
    else positions.push(at);
  });
  return [...found.values()];
}

export interface F1Values {
  readonly macro: number;
  /** Not a number for a label that is neither wanted nor given. */
  readonly each: readonly number[];
}

/** Of each label the right answers, and the answers for which it is right or given. */
export class LabelTable {
  private readonly hits: Int32Array;
  private readonly either: Int32Array;

  constructor(labels: number) {
    this.hits = new Int32Array(labels);
    this.either = new Int32Array(labels);
  }

  add(wanted: number, given: number, times = 1): void {
    this.either[wanted] = (this.either[wanted] ?? 0) + times;
    this.either[given] = (this.either[given] ?? 0) + times;
    if (wanted === given) this.hits[wanted] = (this.hits[wanted] ?? 0) + times;
  }

  /** 2 TP / (wanted + given); not a number for a label that is neither. */
  f1(label: number): number {
    const count = this.either[label] ?? 0;
    return count === 0 ? Number.NaN : (2 * (this.hits[label] ?? 0)) / count;
  }

  /** The mean over the labels that occur. */
  macroF1(): number {
    let sum = 0;
    let occurring = 0;
    for (let label = 0; label < this.either.length; label += 1) {
      const value = this.f1(label);
      if (Number.isNaN(value)) continue;
      sum += value;
      occurring += 1;
    }
    return sum / occurring;
  }
}

export function f1Of(
  rows: readonly number[],
  wanted: Int32Array,
  given: Int32Array,
  labels: number,
): F1Values {
  const table = new LabelTable(labels);
  for (const row of rows) table.add(wanted[row] ?? 0, given[row] ?? 0);
  return { macro: table.macroF1(), each: Array.from({ length: labels }, (_, label) => table.f1(label)) };
}
