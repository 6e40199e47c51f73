import type { Estimate, MeasureSpec, Score } from '../contracts.ts';
import type { Sample } from '../packs/pack.ts';
import type { LabelledRun } from './labelled-run.ts';
import type { Pair } from '../stats/paired/pair.ts';

interface ComparedItem {
  /** Position of the sample in the pack. */
  readonly index: number;
  readonly repeat: number;
  readonly sample: Pick<Sample, 'id' | 'cluster'>;
}

/** What a comparison reads of a scored run: one just scored has it, and so has one read from stored score tables. */
export interface ComparedScores {
  readonly items: readonly ComparedItem[];
  readonly tables: readonly {
    readonly columns: readonly {
      /** `<scorer>.<measure>`. */
      readonly metric: string;
      readonly measure: MeasureSpec;
      /** `scores[i]` belongs to `items[i]`. */
      readonly scores: readonly Score[];
      readonly estimate: Estimate;
    }[];
  }[];
  /** Of packs whose questions all offer the same answers: which was given, for what is no mean of scores. */
  readonly labels?: readonly LabelledRun[];
}

/** One shared sample's score in either run: the mean of its scored repeats; null when none was scored. */
export interface SharedSample {
  readonly id: string;
  readonly index: number;
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

type Column = { readonly items: readonly ComparedItem[]; readonly scores: readonly Score[] };

export function columnOfMetric(run: ComparedScores, metric: string): Column | null {
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
      index,
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
  readonly sample: ComparedItem['sample'];
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
