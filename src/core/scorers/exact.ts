import type { MeasureSpec, Scorer } from '../contracts.ts';
import type { Sample } from '../packs/pack.ts';
import { answerAfterThinking } from '../extract/strip-thinking.ts';
import { scored, unscoredCard } from './unscored-card.ts';

const MEASURES: readonly MeasureSpec[] = [
  { id: 'accuracy', title: 'Exact match', kind: 'binary', better: 'higher', headline: true },
];

/** Lower case, one space between words, no final punctuation; composed characters. */
export function normaliseExact(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\s.!?,;:]+$/u, '');
}

/** The answer, or the answer's choice in words as well, or any of the targets. */
function accepted(sample: Sample): readonly string[] {
  if (sample.answer === undefined) return sample.target ?? [];
  const choice = sample.choices?.find(({ id }) => id === sample.answer);
  return choice === undefined ? [sample.answer] : [sample.answer, choice.text];
}

export const exact: Scorer = {
  id: 'exact',
  version: '1',
  title: 'Exact match',
  description:
    'Whether the whole answer equals the expected one after lower-casing, collapsing white space and dropping final punctuation (after lm-evaluation-harness, exact_match).',
  measures: MEASURES,
  extractors: [
    'letter',
    'boxed',
    'answer-is',
    'json',
    'yes-no-maybe',
    'number-with-unit',
    'date',
    'weeks-days',
    'list',
    'span',
  ],
  score(sample, output) {
    if (output.unscored !== undefined) return unscoredCard(MEASURES, output.unscored);
    if (output.text === null) return unscoredCard(MEASURES, 'missing-output');
    const expected = accepted(sample);
    if (expected.length === 0) return unscoredCard(MEASURES, 'no-answer');
    const part = answerAfterThinking(output.text);
    if (part.kind === 'unclosed') return unscoredCard(MEASURES, 'extraction-failed');
    const given = normaliseExact(part.text);
    const hit = expected.some((text) => normaliseExact(text) === given);
    return { scores: { accuracy: scored(hit ? 1 : 0) } };
  },
};
