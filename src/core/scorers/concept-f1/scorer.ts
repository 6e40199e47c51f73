import type { MeasureSpec, ScoreCard, Scorer } from '../../contracts.ts';
import { answerAfterThinking } from '../../extract/strip-thinking.ts';
import { CONCEPT_GROUPS } from '../../lexicon/concept-groups.ts';
import { createTermMatcher, type TermMatcher } from '../../lexicon/term-matcher.ts';
import { boundId } from '../bound-id.ts';
import type { Vocabulary } from '../scorer-resources.ts';
import { scored, unscored, unscoredCard } from '../unscored-card.ts';
import { compareTerms, countConcepts, countTerms, termsOf } from './count-concepts.ts';

const measure = (id: string, title: string, headline = false): MeasureSpec => ({
  id,
  title,
  kind: 'fraction',
  better: 'higher',
  headline,
});

const MEASURES: readonly MeasureSpec[] = [
  measure('f', 'Concept F1', true),
  measure('p', 'Concept precision'),
  measure('r', 'Concept recall'),
  measure('once.f', 'Concept F1, each concept once'),
  measure('once.p', 'Concept precision, each concept once'),
  measure('once.r', 'Concept recall, each concept once'),
  ...CONCEPT_GROUPS.map(({ id, title }) => measure(`group.${id}.f`, `Concept F1 in ${title}`)),
];

const TITLE = 'Concept F1';
const ID = 'concept-f1';

function scoreTexts(matcher: TermMatcher, target: string, note: string): ScoreCard {
  const reference = termsOf(matcher.find(target));
  const written = termsOf(matcher.find(note));
  const terms = countTerms(reference, written);
  const once = countConcepts(reference, written);
  const part = (of: 'p' | 'r' | 'f') => (once === null ? unscored('not-applicable') : scored(once[of]));
  const groups = CONCEPT_GROUPS.map(({ id }) => {
    const value = countConcepts(reference, written, id);
    return [`group.${id}.f`, value === null ? unscored('not-applicable') : scored(value.f)] as const;
  });
  return {
    scores: {
      p: scored(terms.p),
      r: scored(terms.r),
      f: scored(terms.f),
      'once.p': part('p'),
      'once.r': part('r'),
      'once.f': part('f'),
      ...Object.fromEntries(groups),
    },
    evidence: { kind: 'concepts', ...compareTerms(reference, written) },
  };
}

function fOf(card: ScoreCard): number {
  const score = card.scores['f'];
  return score?.state === 'scored' ? score.value : 0;
}

/** The matcher is built with the first note: a vocabulary can be large, and binding must be cheap. */
function lazyMatcher(vocabulary: Vocabulary): () => TermMatcher {
  let matcher: TermMatcher | null = null;
  return () => (matcher ??= createTermMatcher(vocabulary));
}

function over(vocabulary: Vocabulary, id: string, title: string): Scorer {
  const matcherOf = lazyMatcher(vocabulary);
  return {
    ...conceptF1,
    id,
    title,
    settings: { vocabulary: vocabulary.name, 'vocabulary-sha256': vocabulary.sha256 },
    score(sample, output) {
      if (output.unscored !== undefined) return unscoredCard(MEASURES, output.unscored);
      if (output.text === null) return unscoredCard(MEASURES, 'missing-output');
      const targets = sample.target ?? [];
      const answer = answerAfterThinking(output.text);
      const note = answer.kind === 'answer' ? answer.text : '';
      const cards = targets.map((target) => scoreTexts(matcherOf(), target, note));
      // Of several references the one that the note agrees with best.
      const [best] = [...cards].sort((a, b) => fOf(b) - fOf(a));
      return best ?? unscoredCard(MEASURES, 'no-reference');
    },
  };
}

/** Binds itself to the lexicon that comes with Bedside: bind-scorers.ts brings it, since it is too large to load unasked. */
export const conceptF1: Scorer = {
  id: ID,
  version: '1',
  nearness: true,
  title: TITLE,
  description:
    'Terms of a vocabulary in note and reference, whole words, longest match in a window of five, counted as ACI-Bench’s concept measure counts (Yim et al. 2023). The vocabulary is Bedside’s own lexicon or one of yours, so the numbers cannot be compared with published ones. A denied finding counts like a present one.',
  measures: MEASURES,
  needs: 'vocabulary',
  bind({ vocabulary, ownVocabulary }) {
    if (ownVocabulary !== undefined) {
      const id = boundId(ID, ownVocabulary.name, ownVocabulary.sha256);
      return over(ownVocabulary, id, `${TITLE} (${ownVocabulary.name})`);
    }
    return vocabulary === undefined ? conceptF1 : over(vocabulary, ID, TITLE);
  },
  score(_sample, output) {
    return unscoredCard(
      MEASURES,
      output.unscored ?? (output.text === null ? 'missing-output' : 'not-applicable'),
    );
  },
};
