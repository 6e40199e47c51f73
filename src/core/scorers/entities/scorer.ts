import type { MeasureSpec, ScoreCard, Scorer } from '../../contracts.ts';
import { answerAfterThinking } from '../../extract/strip-thinking.ts';
import { list } from '../../extractors/list.ts';
import { countMeasure } from '../count-measure.ts';
import { scored, unscoredCard } from '../unscored-card.ts';
import { countScores, itemKey } from '../wanted-items.ts';
import { entitiesOfTags, overlaps, sameEntity, tagsIn } from './entities.ts';

const PARTS = ['f1', 'precision', 'recall'] as const;
const MODES = [
  ['exact', 'Entities, type and words'],
  ['partial', 'Entities, type and a word in common'],
] as const;
const SHARES = MODES.flatMap(([mode, title]) =>
  PARTS.map((part): MeasureSpec => ({
    id: `${mode}.${part}`,
    title: `${title}: ${part === 'f1' ? 'F1' : part}`,
    kind: 'fraction',
    better: 'higher',
    headline: part === 'f1',
  })),
);
const MEASURES: readonly MeasureSpec[] = [
  ...SHARES,
  countMeasure('given', 'Entities given'),
  countMeasure('wanted', 'Entities that are right'),
  ...MODES.flatMap(([mode, title]) => [
    countMeasure(`${mode}.right`, `${title}: given and right, number`),
    countMeasure(`${mode}.found`, `${title}: wanted and found, number`),
  ]),
];

/** Both sides matched by a test of one entity against another; an entity may be matched by one only once in exact. */
function card<T>(
  given: readonly T[],
  wanted: readonly T[],
  same: (a: T, b: T) => boolean,
  near: (a: T, b: T) => boolean,
): ScoreCard {
  const scores = (
    [
      ['exact', same],
      ['partial', near],
    ] as const
  ).flatMap(([mode, matches]) => {
    const right = given.filter((one) => wanted.some((other) => matches(one, other))).length;
    const found = wanted.filter((one) => given.some((other) => matches(other, one))).length;
    const values = countScores(right, given.length, found, wanted.length);
    return [
      ...PARTS.map((part) => [`${mode}.${part}`, scored(values[part])] as const),
      [`${mode}.right`, scored(right)] as const,
      [`${mode}.found`, scored(found)] as const,
    ];
  });
  return {
    scores: { ...Object.fromEntries(scores), given: scored(given.length), wanted: scored(wanted.length) },
  };
}

interface Typed {
  readonly type: string;
  readonly text: string;
}

/** "drug: metoprolol"; a line without a type has the type "". */
function typed(line: string): Typed {
  const [, type = '', text = ''] = /^([^:]{1,40}):\s*(.+)$/su.exec(line.trim()) ?? [];
  return text === '' ? { type: '', text: itemKey(line) } : { type: itemKey(type), text: itemKey(text) };
}

function distinct(lines: readonly string[]): readonly Typed[] {
  const byKey = new Map(lines.map(typed).map((one) => [`${one.type}\n${one.text}`, one] as const));
  return [...byKey.values()].filter(({ text }) => text !== '');
}

function shareAWord(a: Typed, b: Typed): boolean {
  const words = new Set(a.text.match(/[\p{Script=Han}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]+/gu) ?? []);
  const others = b.text.match(/[\p{Script=Han}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return a.type === b.type && others.some((word) => words.has(word));
}

/** Lines of a reply as they stand: a colon belongs to the type here, so the list's own reading is not used for them. */
function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-*•]|\d{1,3}[.)])\s+/u, '').replace(/\*\*/gu, ''))
    .filter((line) => /^[^:\n]{1,40}:\s*\S/u.test(line));
}

export const entities: Scorer = {
  id: 'entities',
  version: '2',
  title: 'Entities',
  description:
    'Entities found in a text: over IOB tags as seqeval counts them (Nakayama 2018), or over lines like "drug: metoprolol"; exactly, and with a word in common.',
  measures: MEASURES,
  score(sample, output) {
    if (output.unscored !== undefined) return unscoredCard(MEASURES, output.unscored);
    if (output.text === null) return unscoredCard(MEASURES, 'missing-output');
    const wanted = sample.target ?? (sample.answer === undefined ? [] : [sample.answer]);
    if (wanted.length === 0) return unscoredCard(MEASURES, 'no-answer');
    if (output.text.trim() === '') return unscoredCard(MEASURES, 'empty-output');
    const part = answerAfterThinking(output.text);
    if (part.kind === 'unclosed') return unscoredCard(MEASURES, 'extraction-failed');
    const wantedTags = tagsIn(wanted.join(' '));
    if (wantedTags !== null) {
      const given = tagsIn(part.text.replace(/[`*]/gu, ''));
      // Tags of another length stand for other words.
      if (given?.length !== wantedTags.length) return unscoredCard(MEASURES, 'extraction-failed');
      return card(entitiesOfTags(given), entitiesOfTags(wantedTags), sameEntity, overlaps);
    }
    const lines = linesOf(part.text);
    const read = list.extract(output.text, {}).flexible;
    if (lines.length === 0 && read.kind === 'unscored') return unscoredCard(MEASURES, read.reason);
    const given = lines.length > 0 ? lines : read.kind === 'read' ? read.values : [];
    const right = distinct(wanted.flatMap((text) => text.split('\n')));
    return card(distinct(given), right, (a, b) => a.type === b.type && a.text === b.text, shareAWord);
  },
};
