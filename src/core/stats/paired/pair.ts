/** Two runs' scores of one shared sample. Samples of one patient or visit share a cluster. */
export interface Pair {
  readonly id: string;
  readonly cluster: string;
  readonly a: number;
  readonly b: number;
}

const GRID = 1e12;
/** Up to here a number on the grid is held exactly. */
const GRID_LIMIT = 4096;

/**
 * `b - a` on a grid of 1e-12: 0.4 - 0.1 and 0.5 - 0.2 are the same difference, and 0.1 + 0.2 against 0.3 is none.
 * Without it, rounding noise would count as a flip, as a variance and as a broken tie.
 */
export function differenceOf(pair: Pick<Pair, 'a' | 'b'>): number {
  const difference = pair.b - pair.a;
  const rounded = Math.abs(difference) < GRID_LIMIT ? Math.round(difference * GRID) / GRID : difference;
  return rounded === 0 ? 0 : rounded;
}
