import type { Score } from '../contracts.ts';
import type { ScoredItem, ScoredRun } from '../run/score-run.ts';
import type { Pair } from '../stats/paired/pair.ts';

/** One shared sample's score in either run: the mean of its scored repeats; null when none was scored. */
export interface SharedSample {
  readonly id: string;
  readonly cluster: string;
  readonly a: number | null;
  readonly b: number | null;
}

export interface SharedSamples {
  readonly samples: readonly SharedSample[];
  /** Samples that only one of the runs covers: they take no part. */
  readonly onlyInA: number;
  readonly onlyInB: number;
}

type Column = { readonly items: readonly ScoredItem[]; readonly scores: readonly Score[] };

export function columnOfMetric(run: ScoredRun, metric: string): Column | null {
  const column = run.tables.flatMap((table) => table.columns).find((one) => one.metric === metric);
  return column === undefined ? null : { items: run.items, scores: column.scores };
}

/** Both runs are of the same sealed pack, so a position names the same sample in both. */
export function sharedSamples(a: Column, b: Column): SharedSamples {
  const first = bySample(a);
  const second = bySample(b);
  const samples: SharedSample[] = [];
  for (const [index, { sample, values }] of first) {
    const other = second.get(index);
    if (other === undefined) continue;
    samples.push({
      id: sample.id,
      cluster: sample.cluster ?? sample.id,
      a: meanOrNull(values),
      b: meanOrNull(other.values),
    });
  }
  return { samples, onlyInA: first.size - samples.length, onlyInB: second.size - samples.length };
}

export function scoredPairs(samples: readonly SharedSample[]): Pair[] {
  return samples.flatMap(({ id, cluster, a, b }) =>
    a === null || b === null ? [] : [{ id, cluster, a, b }],
  );
}

interface SampleValues {
  readonly sample: ScoredItem['sample'];
  readonly values: number[];
}

/** Scored repeats of each sample. */
export function bySample({ items, scores }: Column): Map<number, SampleValues> {
  const found = new Map<number, SampleValues>();
  items.forEach(({ index, sample }, i) => {
    const entry = found.get(index) ?? { sample, values: [] };
    found.set(index, entry);
    const score = scores[i];
    if (score?.state === 'scored') entry.values.push(score.value);
  });
  return found;
}

function meanOrNull(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
