import type { MeasureSpec, Score, Scorer } from '../../contracts.ts';
import { answerAfterThinking } from '../../extract/strip-thinking.ts';
import { scored, unscored, unscoredCard } from '../unscored-card.ts';
import { type ErrorLine, parseErrorLine, readErrorLine } from './error-line.ts';
import { setRouge1 } from './set-rouge.ts';

const MEASURES: readonly MeasureSpec[] = [
  { id: 'flag.accuracy', title: 'Error flag right', kind: 'binary', better: 'higher', headline: true },
  {
    id: 'sentence.accuracy',
    title: 'Error sentence right',
    kind: 'binary',
    better: 'higher',
    headline: true,
  },
  {
    id: 'composite.rouge1',
    title: 'Correction, ROUGE-1 composite',
    kind: 'fraction',
    better: 'higher',
    headline: true,
  },
  {
    id: 'correction.rouge1',
    title: 'Correction, ROUGE-1 where both correct',
    kind: 'fraction',
    better: 'higher',
    headline: false,
  },
];

/** Both NA is 1, one NA is 0, else the overlap of the two sentences. */
function corrections(given: string, wanted: string): { composite: Score; overlap: Score } {
  if (given === 'NA' || wanted === 'NA')
    return { composite: scored(given === wanted ? 1 : 0), overlap: unscored('not-applicable') };
  const overlap = scored(setRouge1(given, wanted));
  return { composite: overlap, overlap };
}

function compare(given: ErrorLine, wanted: ErrorLine): Record<string, Score> {
  const { composite, overlap } = corrections(given.correction, wanted.correction);
  return {
    'flag.accuracy': scored(given.flag === wanted.flag ? 1 : 0),
    'sentence.accuracy': scored(given.sentenceId === wanted.sentenceId ? 1 : 0),
    'composite.rouge1': composite,
    'correction.rouge1': overlap,
  };
}

export const medec: Scorer = {
  id: 'medec',
  version: '1',
  title: 'Error detection and correction',
  description:
    'Whether the error flag and the wrong sentence are right, and how the correction overlaps with the reference, from one line `<flag> <sentence id> <correction|NA>` (MEDIQA-CORR 2024; the published composite counts a reply without such a line as wrong, here it is unscored).',
  measures: MEASURES,
  score(sample, output) {
    if (output.unscored !== undefined) return unscoredCard(MEASURES, output.unscored);
    if (output.text === null) return unscoredCard(MEASURES, 'missing-output');
    const wanted = parseErrorLine(sample.target?.[0] ?? '');
    if (wanted === null) return unscoredCard(MEASURES, 'no-reference');
    if (output.text.trim() === '') return unscoredCard(MEASURES, 'empty-output');
    const answer = answerAfterThinking(output.text);
    if (answer.kind === 'unclosed') return unscoredCard(MEASURES, 'extraction-failed');
    const reading = readErrorLine(answer.text, sample.id);
    if (reading.kind === 'unscored') return unscoredCard(MEASURES, reading.reason);
    return { scores: compare(reading.line, wanted) };
  },
};
