/**
 * Scores the records of one run as they come, and all of them together at the end. Each output is scored
 * once; the final tables are scoreRun's own, so they cannot differ from scoring the finished run later.
 */
import type {
  Estimate,
  Evidence,
  MeasureSpec,
  RunRecord,
  ScorableOutput,
  Score,
  ScoreCard,
  Scorer,
  Selection,
  UnscoredReason,
} from '../contracts.ts';
import { estimateMean } from '../metrics/estimate.ts';
import type { PackPart } from '../packs/pack-part.ts';
import type { ScoringSettings } from '../scorers/scorer-resources.ts';
import { recordKey } from './record-key.ts';
import { scorableOutput } from './scorable-output.ts';
import { DEFAULT_LEVEL, DEFAULT_SEED, scoreOutput, scoreRun } from './score-run.ts';
import { selectedItems } from './selection.ts';

/** One scorer's results as plain data, by column. */
export interface ScoredColumns {
  readonly scorerId: string;
  readonly scorerVersion: string;
  readonly keys: readonly string[];
  /** A number is a score, a string the reason that there is none. */
  readonly columns: Readonly<Record<string, readonly (number | UnscoredReason)[]>>;
  readonly estimates: Readonly<Record<string, Estimate>>;
  readonly evidence: ReadonlyMap<string, Evidence>;
  readonly settings?: ScoringSettings;
}

export interface MeasureSoFar {
  /** `<scorer>.<measure>`. */
  readonly key: string;
  readonly title: string;
  readonly measure: MeasureSpec;
  readonly estimate: Estimate;
}

export interface ScoringSession {
  add(record: RunRecord): void;
  /** Headline measures over what was added so far. */
  soFar(): readonly MeasureSoFar[];
  /** Tables over the whole selection; what was never answered counts as unscored, for the reason given. */
  finish(unanswered: UnscoredReason): readonly ScoredColumns[];
}

export function createScoringSession(
  pack: PackPart,
  scorers: readonly Scorer[],
  selection: Selection,
): ScoringSession {
  const outputs = new Map<string, ScorableOutput>();
  const added: { readonly cluster: string; readonly cards: readonly ScoreCard[] }[] = [];
  const remembering = scorers.map(scoredOnce);

  return {
    add: (record) => {
      const sample = pack.samples[record.index];
      if (sample === undefined) return;
      const output = scorableOutput(record);
      outputs.set(recordKey(record), output);
      const cards = remembering.map((scorer) => scoreOutput(scorer, sample, output));
      added.push({ cluster: sample.cluster ?? sample.id, cards });
    },

    soFar: () => {
      const clusters = added.map((each) => each.cluster);
      return scorers.flatMap((scorer, s) =>
        scorer.measures
          .filter((measure) => measure.headline)
          .map((measure) => {
            const scores = added.map(({ cards }) => cards[s]?.scores[measure.id] ?? NOT_APPLICABLE);
            const estimate = estimateMean(scores, clusters, measure, {
              level: DEFAULT_LEVEL,
              seed: DEFAULT_SEED,
            });
            return { key: `${scorer.id}.${measure.id}`, title: measure.title, measure, estimate };
          }),
      );
    },

    finish: (unanswered) => {
      const all = new Map(outputs);
      for (const item of selectedItems(selection, pack.samples.length)) {
        const key = recordKey(item);
        if (!all.has(key)) all.set(key, { text: null, unscored: unanswered });
      }
      const { items, tables } = scoreRun(pack, all, { scorers: remembering, selection });
      const keys = items.map((item) => item.key);
      return tables.map(({ scorer, columns, evidence }) => ({
        scorerId: scorer.id,
        scorerVersion: scorer.version,
        keys,
        columns: Object.fromEntries(
          columns.map(({ measure, scores }) => [measure.id, scores.map(cell)] as const),
        ),
        estimates: Object.fromEntries(columns.map(({ metric, estimate }) => [metric, estimate] as const)),
        evidence,
        ...(scorer.settings === undefined ? {} : { settings: scorer.settings }),
      }));
    },
  };
}

const NOT_APPLICABLE: Score = { state: 'unscored', reason: 'not-applicable' };

function cell(score: Score): number | UnscoredReason {
  return score.state === 'scored' ? score.value : score.reason;
}

/** A scorer is a function of sample and output: the same output object has the card it had before. */
function scoredOnce(scorer: Scorer): Scorer {
  const cards = new WeakMap<ScorableOutput, ScoreCard>();
  return {
    ...scorer,
    score: (sample, output) => {
      const known = cards.get(output);
      if (known !== undefined) return known;
      const card = scorer.score(sample, output);
      cards.set(output, card);
      return card;
    },
  };
}
