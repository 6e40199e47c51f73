/** Scorers, and the means of their scores. */
import type { Evidence } from './evidence.ts';
import type { ChoiceScore, FinishReason } from './generation.ts';
import type { Sample } from './packs/pack.ts';
import type { Score, UnscoredReason } from './score.ts';
import type { ScorerResources, ScoringSettings } from './scorers/scorer-resources.ts';
import type { SolverCall } from './solver-contracts.ts';
import type { Normalisation } from './solver-settings.ts';

/** All measures of one scorer for one sample, keyed by measure id without the scorer's prefix. */
export interface ScoreCard {
  readonly scores: Readonly<Record<string, Score>>;
  readonly evidence?: Evidence;
}

/** What a model gave for one sample, as far as scoring needs it. `null` text = no output exists. */
export interface ScorableOutput {
  readonly text: string | null;
  /** Set when the record could not be produced or must not be scored as it is. */
  readonly unscored?: UnscoredReason;
  readonly finish?: FinishReason;
  /** Present when the solver ranked the choices. */
  readonly choiceScores?: readonly ChoiceScore[];
  /** How the choices were ranked; left out: by the sum. */
  readonly rankedBy?: Normalisation;
  /** Extractor that reads the answer; left out: each scorer's own reading. */
  readonly extractor?: string;
  /** What the model itself said of how sure it is, from 0 to 1; null when it was asked and nothing could be read. */
  readonly confidence?: number | null;
  /** Present when the solver asked more than once. */
  readonly trace?: readonly SolverCall[];
}

export interface MeasureSpec {
  readonly id: string;
  readonly title: string;
  /** binary: 0/1 (Wilson); fraction: within [0,1]; count: >= 0, unbounded. */
  readonly kind: 'binary' | 'fraction' | 'count';
  readonly better: 'higher' | 'lower';
  /** Shown first in tables; the others are one click away. */
  readonly headline: boolean;
}

export interface Scorer {
  readonly id: string;
  /** Raised whenever the same input may score differently. */
  readonly version: string;
  readonly title: string;
  /** One sentence with the source of the definition. */
  readonly description: string;
  readonly measures: readonly MeasureSpec[];
  /** Extractors whose reading can stand for its own, when an answer is read again. */
  readonly extractors?: readonly string[];
  /** What it scores with; without it, it has no scores. See ScorerResources. */
  readonly needs?: 'vocabulary' | 'encodings';
  /** Its scores say how near the output is to the reference text, so they lean where the reference leans. */
  readonly nearness?: true;
  /** What its numbers depend on beside sample and output, stored with every table of scores. */
  readonly settings?: ScoringSettings;
  /**
   * The same scorer over what a person chose. Its id is then `<id>@<what>`, so that scores over different
   * things never stand in one column.
   */
  bind?(resources: ScorerResources): Scorer;
  score(sample: Sample, output: ScorableOutput): ScoreCard;
}

/** Names of interval methods, printed beside every interval. */
export type IntervalMethod =
  | 'wilson'
  | 'modified-wilson'
  | 'cluster-wilson'
  | 'bca-bootstrap'
  | 'percentile-bootstrap'
  | 't'
  | 'cluster-t'
  | 'clopper-pearson'
  | 'exact-poisson';

/** A mean with its interval and its counts; `value` is null when nothing was scored. */
export interface Estimate {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Confidence level, e.g. 0.95. */
  readonly level: number;
  readonly method: IntervalMethod | 'none';
  /** Scored samples. */
  readonly n: number;
  readonly unscored: number;
  /** Samples whose record failed. They are also counted in `unscored`. */
  readonly failed: number;
  readonly clusters?: number;
  /** Set when the method is known to be off here, e.g. fewer than 20 clusters. */
  readonly unreliable?: 'few-clusters' | 'few-samples';
}

/** Deterministic uniform numbers in [0, 1). */
export interface Rng {
  next(): number;
}
