/**
 * Outputs -> scores -> estimates, without a model: for records of a run and for predictions from elsewhere alike.
 * Nothing here depends on time, machine or the order in which outputs arrive.
 */
import type {
  Estimate,
  Evidence,
  MeasureSpec,
  ScorableOutput,
  Score,
  ScoreCard,
  Scorer,
  Selection,
  UnscoredReason,
} from '../contracts.ts';
import { AppError } from '../errors.ts';
import { extractorById } from '../extractors/registry.ts';
import { estimateMean } from '../metrics/estimate.ts';
import type { Sample } from '../packs/pack.ts';
import type { PackPart } from '../packs/pack-part.ts';
import { canReadWith, scoreReading } from '../scorers/reading.ts';
import { recordKey } from './record-key.ts';
import { WHOLE_PACK, selectedItems } from './selection.ts';

export interface ScoredItem {
  /** Position of the sample in the pack. */
  readonly index: number;
  readonly repeat: number;
  readonly key: string;
  readonly sample: Sample;
}

/** The scores of all items by one scorer, by column; `scores[i]` belongs to `items[i]`. */
export interface ScoredTable {
  readonly scorer: Scorer;
  readonly columns: readonly {
    /** `<scorer>.<measure>`. */
    readonly metric: string;
    readonly measure: MeasureSpec;
    readonly scores: readonly Score[];
    readonly estimate: Estimate;
  }[];
  /** By record key; items without evidence are absent. */
  readonly evidence: ReadonlyMap<string, Evidence>;
}

export interface ScoredRun {
  readonly items: readonly ScoredItem[];
  readonly tables: readonly ScoredTable[];
}

export interface ScoreRunOptions {
  readonly scorers: readonly Scorer[];
  /** What should have been answered; the whole pack once when left out. */
  readonly selection?: Selection;
  /** Confidence level. */
  readonly level?: number;
  /** Seed of the bootstrap. Fixed by default: the same scores give the same interval everywhere. */
  readonly seed?: number;
  readonly onScored?: (done: number, total: number) => void;
}

export const DEFAULT_LEVEL = 0.95;
export const DEFAULT_SEED = 1;

/** All measures of one scorer for one output. What has no output, or must not be scored, never reaches the scorer. */
export function scoreOutput(scorer: Scorer, sample: Sample, output: ScorableOutput | undefined): ScoreCard {
  const withheld = withheldReason(output);
  if (withheld !== null || output === undefined) return unscoredCard(scorer, withheld ?? 'missing-output');
  const { extractor } = output;
  const card =
    extractor !== undefined && canReadWith(scorer, extractor)
      ? scoreReading(scorer, extractorById(extractor), scorer.measures, sample, output)
      : scorer.score(sample, output);
  const scores = Object.fromEntries(
    scorer.measures.map(({ id }): [string, Score] => [
      id,
      card.scores[id] ?? { state: 'unscored', reason: 'not-applicable' },
    ]),
  );
  const unknown = Object.keys(card.scores).filter((id) => !(id in scores));
  if (unknown.length > 0) {
    throw new AppError('defect', `scorer ${scorer.id} returned undeclared measures`, { measures: unknown });
  }
  return card.evidence === undefined ? { scores } : { scores, evidence: card.evidence };
}

/** Scores `outputs` (by record key) against the selected part of a pack, in pack order. */
export function scoreRun(
  pack: PackPart,
  outputs: ReadonlyMap<string, ScorableOutput>,
  options: ScoreRunOptions,
): ScoredRun {
  const selection = options.selection ?? WHOLE_PACK;
  const items = selectedItems(selection, pack.samples.length).map((item): ScoredItem => {
    const sample = pack.samples[item.index];
    if (sample === undefined) throw new AppError('defect', `the pack has no position ${item.index}`);
    return { ...item, key: recordKey(item), sample };
  });
  const total = items.length * options.scorers.length;
  let done = 0;
  const tables = options.scorers.map((scorer) =>
    scoreTable(
      scorer,
      items,
      (item) => {
        const card = scoreOutput(scorer, item.sample, outputs.get(item.key));
        done += 1;
        options.onScored?.(done, total);
        return card;
      },
      options,
    ),
  );
  return { items, tables };
}

function scoreTable(
  scorer: Scorer,
  items: readonly ScoredItem[],
  score: (item: ScoredItem) => ScoreCard,
  options: ScoreRunOptions,
): ScoredTable {
  const cards = items.map(score);
  // Repeats of a sample, like samples of a patient, are not independent: they share the sample's cluster.
  const clusters = items.map(({ sample }) => sample.cluster ?? sample.id);
  const estimates = { level: options.level ?? DEFAULT_LEVEL, seed: options.seed ?? DEFAULT_SEED };
  const columns = scorer.measures.map((measure) => {
    const scores = cards.map((card): Score => card.scores[measure.id] ?? missing);
    return {
      metric: `${scorer.id}.${measure.id}`,
      measure,
      scores,
      estimate: estimateMean(scores, clusters, measure, estimates),
    };
  });
  const evidence = new Map<string, Evidence>();
  items.forEach((item, index) => {
    const found = cards[index]?.evidence;
    if (found !== undefined) evidence.set(item.key, found);
  });
  return { scorer, columns, evidence };
}

const missing: Score = { state: 'unscored', reason: 'not-applicable' };

function withheldReason(output: ScorableOutput | undefined): UnscoredReason | null {
  if (output === undefined) return 'missing-output';
  if (output.unscored !== undefined) return output.unscored;
  return output.text === null && output.choiceScores === undefined ? 'missing-output' : null;
}

function unscoredCard(scorer: Scorer, reason: UnscoredReason): ScoreCard {
  return {
    scores: Object.fromEntries(
      scorer.measures.map(({ id }): [string, Score] => [id, { state: 'unscored', reason }]),
    ),
  };
}
