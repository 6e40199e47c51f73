import type { Scorer } from '../contracts.ts';
import { scorerById } from './registry.ts';
import type { ScorerResources } from './scorer-resources.ts';

/** What a person may choose; the lexicon that comes with Bedside is brought here. */
export type ChosenResources = Omit<ScorerResources, 'vocabulary'>;

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
  return scorers.map((scorer) => scorer.bind?.(resources) ?? scorer);
}
