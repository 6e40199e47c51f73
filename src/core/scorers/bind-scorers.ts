import type { Scorer } from '../contracts.ts';
import { AppError } from '../errors.ts';
import { canReadWith, readingScorer } from './reading.ts';
import { scorerById } from './registry.ts';
import type { ScorerResources } from './scorer-resources.ts';

/** What a person may choose; the lexicon that comes with Bedside is brought here. */
export interface ChosenResources extends Omit<ScorerResources, 'vocabulary'> {
  /** Reads the answers in place of the scorers' own reading, for those that can be read with it. */
  readonly extractor?: string;
}

/**
 * The scorers of these ids, ready to score. With a vocabulary of one's own, or an encoder, the scorers that use them
 * are bound to those; the lexicon is loaded only when one of the scorers needs it.
 */
export async function bindScorers(ids: readonly string[], chosen: ChosenResources = {}): Promise<Scorer[]> {
  const scorers = ids.map(scorerById);
  const needsLexicon =
    scorers.some(({ needs }) => needs === 'vocabulary') && chosen.ownVocabulary === undefined;
  const resources: ScorerResources = needsLexicon
    ? { ...chosen, vocabulary: (await import('../lexicon/lexicon.ts')).bedsideLexicon() }
    : chosen;
  const bound = scorers.map((scorer) => scorer.bind?.(resources) ?? scorer);
  return chosen.extractor === undefined ? bound : readAgain(bound, chosen.extractor);
}

/** Only scorers that can be read this way: the others would give the scores they have. */
function readAgain(scorers: readonly Scorer[], extractor: string): Scorer[] {
  const reading = scorers.filter((scorer) => canReadWith(scorer, extractor));
  if (reading.length > 0) return reading.map((scorer) => readingScorer(scorer, extractor));
  throw new AppError('input/option', `none of the chosen scorers can be read as "${extractor}"`, {
    option: 'extractor',
    scorers: scorers.map(({ id }) => id),
  });
}
