import type { FormMark, MeasureSpec, ScorableOutput, Score, Scorer, TextRange } from '../../contracts.ts';
import { placedWords, type PlacedWord } from '../../extract/placed-words.ts';
import { answerAfterThinking } from '../../extract/strip-thinking.ts';
import type { Sample } from '../../packs/pack.ts';
import { PROMPTS } from '../../prompts/registry.ts';
import { scored, unscored, unscoredCard } from '../unscored-card.ts';
import { findCopiedRuns, LEAST_COPIED_WORDS, sourceTexts } from './copied-runs.ts';
import { findEmptySections } from './empty-sections.ts';
import { findLeakedPrompt } from './leaked-prompt.ts';
import { gradeLevel, patientInstructions } from './reading-level.ts';
import { findRepetition } from './repetition.ts';
import { inOtherScript, languageOf, mainScript } from './script-and-language.ts';

type Kind = MeasureSpec['kind'];
const measure = (id: string, title: string, kind: Kind, headline = false): MeasureSpec => ({
  id,
  title,
  kind,
  better: 'lower',
  headline,
});

const MEASURES: readonly MeasureSpec[] = [
  measure('loop', 'Repeats itself in a loop', 'binary', true),
  measure('loop.share', 'Words inside a loop', 'fraction'),
  measure('leaked-prompt', 'Holds text of the prompt', 'binary', true),
  measure('empty-sections', 'Headings with nothing under them', 'count', true),
  measure('copied.share', `Words copied in runs of ${LEAST_COPIED_WORDS} or more`, 'fraction', true),
  measure('copied.longest', 'Longest copied run, words', 'count'),
  measure('truncated', 'Cut at the token limit', 'binary', true),
  measure('words', 'Words', 'count'),
  measure('length.reference', 'Length, times the reference', 'count', true),
  measure('length.transcript', 'Length, times the transcript', 'count'),
  measure('instructions.grade', 'Reading level of the patient’s instructions, US school grade', 'count'),
  measure('other-script', 'Letters of another script than the visit’s', 'fraction'),
  measure('other-language', 'Another language than the visit’s', 'binary'),
];

const yes = (found: boolean): Score => scored(found ? 1 : 0);
const TEMPLATES = PROMPTS.map(({ template }) => template);

function lengthScores(sample: Sample, words: number, transcriptWords: number): Record<string, Score> {
  const references = (sample.target ?? []).map((target) => placedWords(target).length).filter((n) => n > 0);
  const meanLength = references.reduce((sum, n) => sum + n, 0) / references.length;
  return {
    words: scored(words),
    'length.reference': references.length === 0 ? unscored('no-reference') : scored(words / meanLength),
    'length.transcript': transcriptWords === 0 ? unscored('not-applicable') : scored(words / transcriptWords),
  };
}

function scriptScores(
  text: string,
  words: readonly PlacedWord[],
  sources: readonly (readonly PlacedWord[])[],
): { scores: Record<string, Score>; ranges: readonly TextRange[] } {
  const said = sources.flat();
  const expected = mainScript(said.map(({ word }) => word).join(' '));
  const none = { 'other-script': unscored('not-applicable'), 'other-language': unscored('not-applicable') };
  if (expected === null) return { scores: none, ranges: [] };
  const { ranges, share } = inOtherScript(text, words, expected);
  const visit = expected === 'latin' ? languageOf(said) : null;
  const note = expected === 'latin' ? languageOf(words) : null;
  return {
    scores: {
      'other-script': scored(share),
      'other-language': visit === null || note === null ? unscored('not-applicable') : yes(visit !== note),
    },
    ranges,
  };
}

function noteOf(output: string): { text: string; offset: number } {
  const answer = answerAfterThinking(output);
  return answer.kind === 'answer' ? answer : { text: '', offset: 0 };
}

function truncation({ finish }: ScorableOutput): Score {
  return finish === undefined ? unscored('not-applicable') : yes(finish === 'length');
}

export const form: Scorer = {
  id: 'form',
  version: '1',
  title: 'Form of the note',
  description:
    'What can be seen without a reference: loops, prompt text, empty headings, copied runs of eight words or more, truncation, length, script and language, and the Flesch-Kincaid grade (Kincaid et al. 1975) of the patient’s instructions.',
  measures: MEASURES,
  score(sample, output) {
    if (output.unscored !== undefined) return unscoredCard(MEASURES, output.unscored);
    if (output.text === null) return unscoredCard(MEASURES, 'missing-output');
    const { text, offset } = noteOf(output.text);
    const words = placedWords(text);
    const sources = sourceTexts(sample);
    const lengths = lengthScores(
      sample,
      words.length,
      sources.reduce((sum, source) => sum + source.words.length, 0),
    );
    if (words.length === 0) {
      return {
        scores: {
          ...unscoredCard(MEASURES, 'empty-output').scores,
          ...lengths,
          truncated: truncation(output),
        },
      };
    }
    const loops = findRepetition(text, words);
    const leaked = findLeakedPrompt(text, words, TEMPLATES);
    const empty = findEmptySections(text);
    const copied = findCopiedRuns(words, sources);
    const script = scriptScores(
      text,
      words,
      sources.map((source) => source.words),
    );
    const instructions = patientInstructions(text);
    const grade = instructions === null ? null : gradeLevel(instructions);
    const inOutput = ({ start, end }: TextRange): TextRange => ({ start: start + offset, end: end + offset });
    const marks: FormMark[] = [
      ...loops.ranges.map((note): FormMark => ({ what: 'loop', note: inOutput(note) })),
      ...leaked.map((note): FormMark => ({ what: 'leaked-prompt', note: inOutput(note) })),
      ...empty.map((note): FormMark => ({ what: 'empty-section', note: inOutput(note) })),
      ...script.ranges.map((note): FormMark => ({ what: 'other-script', note: inOutput(note) })),
      ...copied.runs.map(({ note, source }): FormMark => ({ what: 'copied', note: inOutput(note), source })),
    ];
    return {
      scores: {
        loop: yes(loops.ranges.length > 0),
        'loop.share': scored(loops.share),
        'leaked-prompt': yes(leaked.length > 0),
        'empty-sections': scored(empty.length),
        'copied.share': sources.length === 0 ? unscored('not-applicable') : scored(copied.share),
        'copied.longest': sources.length === 0 ? unscored('not-applicable') : scored(copied.longest),
        truncated: truncation(output),
        'instructions.grade': grade === null ? unscored('not-applicable') : scored(Math.max(0, grade)),
        ...lengths,
        ...script.scores,
      },
      evidence: { kind: 'form', marks: marks.sort((a, b) => a.note.start - b.note.start) },
    };
  },
};
