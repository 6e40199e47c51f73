import { pick, type Transform } from './transform.ts';
import { addAfter } from './question-text.ts';

/** Nothing in them bears on health, age or sex. */
const SENTENCES = [
  'The parking garage across the street is being repainted this month.',
  'A train was late this morning because of works on the line.',
  'The poster in the corridor shows a lighthouse.',
  'Somebody left a green umbrella at the front desk.',
  'The printer on the second floor is out of paper again.',
  'The new curtains in the waiting room are blue.',
] as const;

export const irrelevantSentence: Transform = {
  id: 'irrelevant-sentence',
  version: '1',
  title: 'Irrelevant sentence',
  description:
    'Adds one sentence after the question, or at the end of the visit, that has nothing to do with it.',
  apply: (sample, rng) => addAfter(sample, pick(SENTENCES, rng) ?? SENTENCES[0]),
};
