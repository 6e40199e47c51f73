/** Models x benchmarks; null = no result. */
export interface ScoreMatrix {
  readonly models: readonly string[];
  readonly benchmarks: readonly { readonly id: string; readonly better: 'higher' | 'lower' }[];
  /** `cells[model][benchmark]`. */
  readonly cells: readonly (readonly (number | null)[])[];
}

/** The matrix turned so that higher is better everywhere: what every ranking works on. */
export type Gains = readonly (readonly (number | null)[])[];

export function gainsOf(matrix: ScoreMatrix): Gains {
  return matrix.cells.map((row) =>
    row.map((cell, index) => (cell !== null && matrix.benchmarks[index]?.better === 'lower' ? -cell : cell)),
  );
}

/** One benchmark's gains, by model. */
export function columnOf(gains: Gains, benchmark: number): (number | null)[] {
  return gains.map((row) => row[benchmark] ?? null);
}

export function countBenchmarks(gains: Gains): number {
  return gains[0]?.length ?? 0;
}

/** Only these benchmarks, in this order; one may come several times. */
export function pickBenchmarks(gains: Gains, benchmarks: readonly number[]): Gains {
  return gains.map((row) => benchmarks.map((index) => row[index] ?? null));
}
