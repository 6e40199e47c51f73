import type { MeasureSpec, Score, Scorer } from '../../contracts.ts';
import { binaryMeasure as binary } from '../binary-measure.ts';
import { scored, unscored, unscoredCard } from '../unscored-card.ts';
import { type Truth, truthOf } from './answer-kind.ts';
import { authorsAnswer } from './authors-answer.ts';
import { isRightAnswer } from './check-answer.ts';
import { type AnswerReading, readAnswer } from './read-answer.ts';

const MEASURES: readonly MeasureSpec[] = [
  binary('accuracy', 'Calculation right, as published', true),
  binary('flexible', 'Calculation right, answer read in any form', true),
  binary('extracted', 'Answer could be read', false),
];

function flexible(reading: AnswerReading, truth: Truth): Score {
  if (reading.kind === 'unscored') return unscored(reading.reason);
  return scored(reading.values.some((value) => isRightAnswer(value, truth)) ? 1 : 0);
}

export const medcalc: Scorer = {
  id: 'medcalc',
  version: '1',
  title: 'Medical calculation',
  description:
    "Whether a calculation's result is within its limits (5 %), or the same whole number, date, or weeks and days: by MedCalc-Bench's own reading of the reply, where an unreadable answer is wrong, and by a flexible one, where it is unscored (Khandekar et al. 2024).",
  measures: MEASURES,
  score(sample, output) {
    if (output.unscored !== undefined) return unscoredCard(MEASURES, output.unscored);
    if (output.text === null) return unscoredCard(MEASURES, 'missing-output');
    const truth = truthOf(sample);
    if (truth === null) return unscoredCard(MEASURES, 'no-answer');
    if (output.text.trim() === '') return unscoredCard(MEASURES, 'empty-output');
    const answer = authorsAnswer(output.text, truth.kind);
    const reading = readAnswer(output.text, truth.kind);
    return {
      scores: {
        accuracy: scored(answer !== null && isRightAnswer(answer, truth) ? 1 : 0),
        flexible: flexible(reading, truth),
        extracted: scored(reading.kind === 'read' ? 1 : 0),
      },
    };
  },
};
