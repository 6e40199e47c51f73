/** Shares of a tally with intervals that take the sentences of one encounter as one cluster. */
import type { Estimate } from '../../src/core/contracts.ts';
import { estimateMean } from '../../src/core/metrics/estimate.ts';
import { wilsonInterval } from '../../src/core/stats/wilson.ts';
import { cohenKappa } from '../../src/core/stats/agreement/cohen-kappa.ts';
import { LABEL_CATEGORIES, type LabelCategory } from './labels.ts';
import type { Gold, SentenceTally } from './tally.ts';

const LEVEL = 0.95;
const SEED = 1;

interface Hit {
  readonly encounter: string;
  readonly hit: boolean;
}

/** Where no encounter differs from another the cluster interval has no width: Wilson's then says less too much. */
export function share(hits: readonly Hit[]): Estimate {
  const estimate = clustered(hits);
  if (estimate.value === null || (estimate.low !== null && estimate.low !== estimate.high)) return estimate;
  const interval = wilsonInterval(hits.filter(({ hit }) => hit).length, hits.length, LEVEL);
  return { ...estimate, ...interval, method: 'wilson' };
}

function clustered(hits: readonly Hit[]): Estimate {
  return estimateMean(
    hits.map(({ hit }) => ({ state: 'scored', value: hit ? 1 : 0 })),
    hits.map(({ encounter }) => encounter),
    { kind: 'binary' },
    { level: LEVEL, seed: SEED },
  );
}

export function goldOf({ one, two }: SentenceTally, gold: Gold): ReadonlySet<LabelCategory> {
  return gold === 'either'
    ? new Set([...one, ...two])
    : new Set([...one].filter((category) => two.has(category)));
}

export interface CategoryShares {
  readonly category: LabelCategory | 'any';
  /** Errors whose sentence the audit points at, for any reason and in their category. */
  readonly recall: Estimate;
  readonly recallInCategory: Estimate;
  /** The audit's items in sentences with an error, of any kind and of their category. */
  readonly precision: Estimate;
  readonly precisionInCategory: Estimate;
}

function sharesOf(sentences: readonly SentenceTally[], gold: Gold, category: LabelCategory): CategoryShares {
  const wrong = sentences.filter((sentence) => goldOf(sentence, gold).has(category));
  const flagged = sentences.filter(({ audit }) => audit.has(category));
  return {
    category,
    recall: share(wrong.map(({ encounter, audit }) => ({ encounter, hit: audit.size > 0 }))),
    recallInCategory: share(wrong.map(({ encounter, audit }) => ({ encounter, hit: audit.has(category) }))),
    precision: share(flagged.map((one) => ({ encounter: one.encounter, hit: goldOf(one, gold).size > 0 }))),
    precisionInCategory: share(
      flagged.map((one) => ({ encounter: one.encounter, hit: goldOf(one, gold).has(category) })),
    ),
  };
}

/** Sentences with any error: `both` then asks that both annotators saw one, of whatever kind. */
function anyShares(sentences: readonly SentenceTally[], gold: Gold): CategoryShares {
  const isWrong = ({ one, two }: SentenceTally): boolean =>
    gold === 'either' ? one.size + two.size > 0 : one.size > 0 && two.size > 0;
  const recall = share(
    sentences.filter(isWrong).map(({ encounter, audit }) => ({ encounter, hit: audit.size > 0 })),
  );
  const precision = share(
    sentences
      .filter(({ audit }) => audit.size > 0)
      .map((sentence) => ({ encounter: sentence.encounter, hit: isWrong(sentence) })),
  );
  return { category: 'any', recall, recallInCategory: recall, precision, precisionInCategory: precision };
}

export function allShares(sentences: readonly SentenceTally[], gold: Gold): CategoryShares[] {
  return [
    anyShares(sentences, gold),
    ...LABEL_CATEGORIES.map((category) => sharesOf(sentences, gold, category)),
  ];
}

/** Recall of the errors that at least one annotator called major. */
export function majorRecall(sentences: readonly SentenceTally[]): Estimate {
  return share(
    sentences
      .filter(({ major }) => major.size > 0)
      .map(({ encounter, audit }) => ({ encounter, hit: audit.size > 0 })),
  );
}

/** Cohen's kappa of the two annotators over sentences: has it an error (of this category) or none. */
export function kappa(sentences: readonly SentenceTally[], category: LabelCategory | 'any'): string {
  const has = (set: ReadonlySet<LabelCategory>): string =>
    (category === 'any' ? set.size > 0 : set.has(category)) ? 'yes' : 'no';
  const result = cohenKappa(
    sentences.map(({ one, two }) => [has(one), has(two)]),
    ['no', 'yes'],
    'plain',
    [0, 1],
    LEVEL,
  );
  if (result.kind !== 'value') return 'not defined';
  const { value, low, high } = result;
  return `${value.toFixed(2)} (${low?.toFixed(2) ?? '?'} to ${high?.toFixed(2) ?? '?'})`;
}
