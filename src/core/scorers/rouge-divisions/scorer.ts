import type { MeasureSpec, Score, Scorer } from '../../contracts.ts';
import { noteDivisions, publishedDivisions, soapTexts } from '../../extract/note-divisions.ts';
import { ACI_DIVISIONS } from '../../extract/published-headings.ts';
import { SOAP_PARTS } from '../../extract/sections.ts';
import { answerAfterThinking } from '../../extract/strip-thinking.ts';
import { bestOf, ROUGE_TYPES, rougeOfTexts, type RougeType } from '../rouge/text-rouge.ts';
import { scored, unscored, unscoredCard } from '../unscored-card.ts';

/** How the published evaluation writes a division that is not there: both missing is 1 (ROUGE-2: 0), one missing about 0. */
const MISSING = '#####EMPTY#####';
/** It also writes line ends as a word, which then counts as one. Needed to reproduce its figures, and nowhere else. */
const PUBLISHED_LINE_END = '__lf1__';

const TITLES: Readonly<Record<RougeType, string>> = {
  rouge1: 'ROUGE-1',
  rouge2: 'ROUGE-2',
  rougeL: 'ROUGE-L',
  rougeLsum: 'ROUGE-Lsum',
};

interface Cut {
  readonly prefix: string;
  readonly title: string;
  readonly parts: readonly string[];
  readonly headline: RougeType | null;
  texts(note: string): ReadonlyMap<string, string>;
}

const CUTS: readonly Cut[] = [
  { prefix: '', title: '', parts: ACI_DIVISIONS, headline: 'rouge1', texts: noteDivisions },
  { prefix: 'soap.', title: 'SOAP ', parts: SOAP_PARTS, headline: null, texts: soapTexts },
  {
    prefix: 'published.',
    title: 'as published, ',
    parts: ACI_DIVISIONS,
    headline: null,
    texts: (note) =>
      new Map(
        [...publishedDivisions(note)].map(([division, text]) => [
          division,
          text.replaceAll('\n', PUBLISHED_LINE_END),
        ]),
      ),
  },
];

const MEASURES: readonly MeasureSpec[] = CUTS.flatMap((cut) =>
  cut.parts.flatMap((part) =>
    ROUGE_TYPES.map((type): MeasureSpec => ({
      id: `${cut.prefix}${part}.${type}.f`,
      title: `${TITLES[type]} F, ${cut.title}${part.replaceAll('-', ' ')}`,
      kind: 'fraction',
      better: 'higher',
      headline: type === cut.headline,
    })),
  ),
);

function scoresOfCut(cut: Cut, targets: readonly string[], note: string): [string, Score][] {
  const ofNote = cut.texts(note);
  const ofTargets = targets.map((target) => cut.texts(target));
  return cut.parts.flatMap((part) => {
    const text = ofNote.get(part) ?? MISSING;
    const [first, ...others] = ofTargets.map((texts) =>
      rougeOfTexts(texts.get(part) ?? MISSING, text, false),
    );
    if (first === undefined) return [];
    return ROUGE_TYPES.map((type): [string, Score] => {
      const value = bestOf(
        first[type],
        others.map((other) => other[type]),
      );
      return [
        `${cut.prefix}${part}.${type}.f`,
        value === 'too-long-to-score' ? unscored(value) : scored(value.f),
      ];
    });
  });
}

export const rougeDivisions: Scorer = {
  id: 'rouge-divisions',
  version: '1',
  nearness: true,
  title: 'ROUGE by division',
  description:
    'ROUGE F within the four divisions of ACI-Bench and the parts of SOAP, found by headings; a division that note and reference both lack counts 1 (ROUGE-2: 0), one that either lacks about 0 (Yim et al., Sci Data 2023).',
  measures: MEASURES,
  score(sample, output) {
    if (output.unscored !== undefined) return unscoredCard(MEASURES, output.unscored);
    if (output.text === null) return unscoredCard(MEASURES, 'missing-output');
    const targets = sample.target ?? [];
    if (targets.length === 0) return unscoredCard(MEASURES, 'no-reference');
    const answer = answerAfterThinking(output.text);
    const note = answer.kind === 'answer' ? answer.text : '';
    return { scores: Object.fromEntries(CUTS.flatMap((cut) => scoresOfCut(cut, targets, note))) };
  },
};
