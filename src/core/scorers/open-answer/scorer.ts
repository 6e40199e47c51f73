import type { MeasureSpec, Scorer } from '../../contracts.ts';
import { answerIs } from '../../extractors/answer-is.ts';
import { isRefusal } from '../../extractors/extractor.ts';
import { answerAfterThinking } from '../../extract/strip-thinking.ts';
import type { Sample } from '../../packs/pack.ts';
import { binaryMeasure as binary } from '../binary-measure.ts';
import { scored, unscoredCard } from '../unscored-card.ts';
import { normaliseSquad, squadWords, tokenF1 } from './squad.ts';

const MEASURES: readonly MeasureSpec[] = [
  {
    id: 'token-f1',
    title: 'Words shared with the answer, F1',
    kind: 'fraction',
    better: 'higher',
    headline: true,
  },
  binary('exact', 'The same after normalising', true),
  binary('contains', 'Holds the answer', false),
  {
    id: 'announced-token-f1',
    title: 'Words shared, F1, of what the reply announces as its answer',
    kind: 'fraction',
    better: 'higher',
    headline: false,
  },
];

function accepted(sample: Sample): readonly string[] {
  const choice = sample.choices?.find(({ id }) => id === sample.answer);
  const answer = choice?.text ?? sample.answer;
  return [...(answer === undefined ? [] : [answer]), ...(sample.target ?? [])].filter(
    (text) => normaliseSquad(text) !== '',
  );
}

/** Whole words: "ace" is not in "placebo". */
function holds(given: readonly string[], wanted: readonly string[]): boolean {
  return ` ${given.join(' ')} `.includes(` ${wanted.join(' ')} `);
}

export const openAnswer: Scorer = {
  id: 'open-answer',
  version: '2',
  title: 'Open answer',
  description:
    'How far a short written answer is the expected one: normalised exact match and token F1 by the rules of SQuAD v1.1 (Rajpurkar et al. 2016), the best of several references, and whether the answer is held at all.',
  measures: MEASURES,
  extractors: ['boxed', 'answer-is', 'json', 'number-with-unit', 'date', 'list', 'span'],
  score(sample, output) {
    if (output.unscored !== undefined) return unscoredCard(MEASURES, output.unscored);
    if (output.text === null) return unscoredCard(MEASURES, 'missing-output');
    const wanted = accepted(sample);
    if (wanted.length === 0) return unscoredCard(MEASURES, 'no-answer');
    if (output.text.trim() === '') return unscoredCard(MEASURES, 'empty-output');
    const part = answerAfterThinking(output.text);
    if (part.kind === 'unclosed' || part.text.trim() === '')
      return unscoredCard(MEASURES, 'extraction-failed');
    const given = squadWords(part.text);
    const references = wanted.map(squadWords);
    const best = (words: readonly string[]): number =>
      Math.max(...references.map((reference) => tokenF1(words, reference)));
    const contained = references.some((reference) => holds(given, reference));
    if (!contained && isRefusal(part.text)) return unscoredCard(MEASURES, 'refused');
    const { flexible } = answerIs.extract(output.text, {});
    const plain = normaliseSquad(part.text);
    return {
      scores: {
        'token-f1': scored(best(given)),
        exact: scored(wanted.some((text) => normaliseSquad(text) === plain) ? 1 : 0),
        contains: scored(contained ? 1 : 0),
        'announced-token-f1':
          flexible.kind === 'read'
            ? scored(best(squadWords(flexible.values.join(' '))))
            : { state: 'unscored', reason: flexible.reason },
      },
    };
  },
};
