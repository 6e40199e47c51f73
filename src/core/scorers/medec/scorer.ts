import type { Evidence, MeasureSpec, Score, ScoreCard, Scorer, UnscoredReason } from '../../contracts.ts';
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
  {
    id: 'published.flag.accuracy',
    title: 'Error flag right, an unreadable reply is wrong',
    kind: 'binary',
    better: 'higher',
    headline: false,
  },
  {
    id: 'published.sentence.accuracy',
    title: 'Error sentence right, an unreadable reply is wrong',
    kind: 'binary',
    better: 'higher',
    headline: false,
  },
  {
    id: 'published.composite.rouge1',
    title: 'Correction, ROUGE-1 composite, an unreadable reply is wrong',
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
  const flag = scored(given.flag === wanted.flag ? 1 : 0);
  const sentence = scored(given.sentenceId === wanted.sentenceId ? 1 : 0);
  return {
    'flag.accuracy': flag,
    'sentence.accuracy': sentence,
    'composite.rouge1': composite,
    'correction.rouge1': overlap,
    'published.flag.accuracy': flag,
    'published.sentence.accuracy': sentence,
    'published.composite.rouge1': composite,
  };
}

/** No report can be read: unscored, and wrong where the published evaluation counts it so. */
function unreadable(reason: UnscoredReason, wanted: ErrorLine): ScoreCard {
  const { scores } = unscoredCard(MEASURES, reason);
  const wrong = MEASURES.filter(({ id }) => id.startsWith('published.')).map(
    ({ id }) => [id, scored(0)] as const,
  );
  return { scores: { ...scores, ...Object.fromEntries(wrong) }, evidence: evidenceOf(wanted, null) };
}

function evidenceOf(wanted: ErrorLine, given: ErrorLine | null): Evidence {
  return { kind: 'medec', wanted, given };
}

export const medec: Scorer = {
  id: 'medec',
  version: '2',
  title: 'Error detection and correction',
  description:
    'Whether the error flag and the wrong sentence are right, and how the correction overlaps with the reference, from one line `<flag> <sentence id> <correction|NA>` (MEDIQA-CORR 2024). A reply without such a line is unscored, and wrong in the measures that count as published; the published aggregate also takes BERTScore and BLEURT, which are not part of it here.',
  measures: MEASURES,
  score(sample, output) {
    if (output.unscored !== undefined) return unscoredCard(MEASURES, output.unscored);
    if (output.text === null) return unscoredCard(MEASURES, 'missing-output');
    const wanted = parseErrorLine(sample.target?.[0] ?? '');
    if (wanted === null) return unscoredCard(MEASURES, 'no-reference');
    if (output.text.trim() === '') return unreadable('empty-output', wanted);
    const answer = answerAfterThinking(output.text);
    if (answer.kind === 'unclosed') return unreadable('extraction-failed', wanted);
    const reading = readErrorLine(answer.text, sample.id);
    if (reading.kind === 'unscored') return unreadable(reading.reason, wanted);
    return { scores: compare(reading.line, wanted), evidence: evidenceOf(wanted, reading.line) };
  },
};
