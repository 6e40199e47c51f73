/** The difference in macro-F1 of two runs over the same answers, and the test that swaps whole clusters. */
import type { Rng } from '../../contracts.ts';
import { LabelTable } from '../../metrics/label-f1.ts';

/** Places of labels: what is right, and what either run gave. */
export interface LabelTriple {
  readonly wanted: number;
  readonly a: number;
  readonly b: number;
}

export interface SwapTest {
  readonly method: 'exact' | 'monte-carlo';
  readonly p: number;
  /** Monte-Carlo standard error of p; zero where every swap was counted. */
  readonly error: number;
}

/** Up to here all 2^(m-1) ways to swap are counted; beyond, they are drawn. */
const EXACT_CLUSTERS = 12;
const DRAWS = 2_000;
/** Differences that are rounding alone are ties. */
const TIE = 1e-11;

export function macroF1Difference(rows: Iterable<LabelTriple>, labels: number): number {
  const [a, b] = [new LabelTable(labels), new LabelTable(labels)];
  for (const row of rows) {
    a.add(row.wanted, row.a);
    b.add(row.wanted, row.b);
  }
  return b.macroF1() - a.macroF1();
}

/**
 * Approximate randomization (Noreen 1989; Yeh, COLING 2000): if the two runs were alike, whose answers are whose could be
 * swapped within each cluster with equal chance; p is the share of swaps whose difference is at least as far from zero as
 * the one seen. Drawn p-values are (hits + 1)/(draws + 1), never zero (Phipson and Smyth 2010). Null when no answer differs.
 */
export function labelSwapTest(
  clusters: readonly (readonly LabelTriple[])[],
  labels: number,
  rng: Rng,
): SwapTest | null {
  const [a, b] = [new LabelTable(labels), new LabelTable(labels)];
  for (const row of clusters.flat()) {
    a.add(row.wanted, row.a);
    b.add(row.wanted, row.b);
  }
  const seen = Math.abs(b.macroF1() - a.macroF1()) - TIE;
  // Answers that are the same in both runs are the same either way.
  const differing = clusters
    .map((rows) => rows.filter((row) => row.a !== row.b))
    .filter(({ length }) => length > 0);
  if (differing.length === 0) return null;
  const swapped = differing.map(() => false);
  const turn = (at: number): void => {
    const back = swapped[at] === true;
    swapped[at] = !back;
    for (const { wanted, a: first, b: second } of differing[at] ?? []) {
      const [inA, inB] = back ? [second, first] : [first, second];
      a.add(wanted, inA, -1);
      a.add(wanted, inB);
      b.add(wanted, inB, -1);
      b.add(wanted, inA);
    }
  };
  const isAsFar = (): boolean => Math.abs(b.macroF1() - a.macroF1()) >= seen;
  if (differing.length <= EXACT_CLUSTERS) {
    // In Gray-code order, one swap a step. The last cluster stays: its mirror image counts the same.
    const patterns = 2 ** (differing.length - 1);
    let hits = 0;
    for (let pattern = 1; pattern <= patterns; pattern += 1) {
      if (isAsFar()) hits += 1;
      if (pattern < patterns) turn(31 - Math.clz32(pattern & -pattern));
    }
    return { method: 'exact', p: hits / patterns, error: 0 };
  }
  let hits = 0;
  for (let draw = 0; draw < DRAWS; draw += 1) {
    for (const at of differing.keys()) if (rng.next() < 0.5) turn(at);
    if (isAsFar()) hits += 1;
  }
  const p = (hits + 1) / (DRAWS + 1);
  return { method: 'monte-carlo', p, error: Math.sqrt((p * (1 - p)) / DRAWS) };
}
