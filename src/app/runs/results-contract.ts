/** The results of one run as the pages show them. */
import type {
  Estimate,
  Evidence,
  MeasureSpec,
  RunRecord,
  Score,
  UnscoredReason,
} from '../../core/contracts.ts';
import type { Pack, Sample } from '../../core/packs/pack.ts';
import type { SliceInput } from '../../core/run/slices.ts';
import type { StoredRun } from '../../storage/contract.ts';

export interface MetricRow {
  readonly key: string;
  readonly scorerId: string;
  readonly measure: MeasureSpec;
  readonly scorerTitle: string;
  readonly estimate: Estimate;
}

export interface SampleRow {
  readonly key: string;
  readonly sampleId: string;
  readonly repeat: number;
  readonly index: number;
  readonly state: 'done' | 'failed' | 'unscored';
  readonly reason: UnscoredReason | null;
  /** Metric key -> score. */
  readonly scores: Readonly<Record<string, Score>>;
}

export interface RunResults {
  readonly run: StoredRun;
  readonly metrics: readonly MetricRow[];
  readonly samples: readonly SampleRow[];
  /** The pack's provenance statement; null when the pack is no longer stored. */
  readonly provenance: Pack['provenance'] | null;
  /** What guessing among the choices would give, where every sample of the run has choices. */
  readonly chance?: number;
  /** What the groups of the pack are computed from; null where it has none. */
  readonly sliceInput: SliceInput | null;
}

/** The measures within one group of samples. */
export interface RunSlice {
  readonly field: string;
  readonly value: string;
  readonly metrics: readonly MetricRow[];
}

export interface SampleDetail {
  readonly record: RunRecord;
  readonly sample: Sample | null;
  readonly evidence: Readonly<Record<string, Evidence>>;
  readonly scores: Readonly<Record<string, Score>>;
}
