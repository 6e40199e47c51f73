/** Contract of every scorer: golden cases exist and hold; hostile outputs give a score or a reason, soon. */
import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { UNSCORED_REASONS, type ScorableOutput, type ScoreCard, type Scorer } from '../contracts.ts';
import { AppError } from '../errors.ts';
import { SampleSchema, type Sample } from '../packs/pack.ts';
import { bindScorers } from './bind-scorers.ts';
import { SCORERS, scorerById, scorerOfTable } from './registry.ts';

const GoldenSchema = v.strictObject({
  cases: v.pipe(
    v.array(
      v.strictObject({
        name: v.string(),
        sample: v.record(v.string(), v.unknown()),
        output: v.looseObject({ text: v.nullable(v.string()) }),
        scores: v.record(v.string(), v.union([v.number(), v.picklist(UNSCORED_REASONS)])),
      }),
    ),
    v.minLength(3),
  ),
});

function goldenFile(id: string): URL | undefined {
  return [`./${id}.golden.json`, `./${id}/golden.json`]
    .map((path) => new URL(path, import.meta.url))
    .find((url) => existsSync(url));
}

function sampleOf(partial: Readonly<Record<string, unknown>>): Sample {
  return v.parse(SampleSchema, {
    id: 'golden',
    input: { messages: [{ role: 'user', content: 'question' }] },
    ...partial,
  });
}

const FULL_SAMPLE = sampleOf({
  input: {
    turns: [
      { line: 1, speaker: 'Doctor', text: 'Any chest pain?' },
      { line: 2, speaker: 'Patient', text: 'No. I take lisinopril, 10 milligrams once a day.' },
    ],
  },
  target: ['Subjective: no chest pain.\nMedications: lisinopril 10 mg once daily.'],
  choices: [
    { id: 'A', text: 'Rest' },
    { id: 'B', text: 'Lisinopril' },
  ],
  answer: 'B',
  facts: [
    { category: 'finding', name: 'chest pain', status: 'denied' },
    { category: 'medication', name: 'lisinopril', dose: '10 mg', frequency: 'once daily', status: 'present' },
  ],
});

function expectComplete(scorer: Scorer, card: ScoreCard): void {
  expect(Object.keys(card.scores).sort()).toEqual(scorer.measures.map(({ id }) => id).sort());
  for (const measure of scorer.measures) {
    const score = card.scores[measure.id];
    if (score?.state === 'unscored') expect(UNSCORED_REASONS).toContain(score.reason);
    if (score?.state !== 'scored') continue;
    expect(Number.isFinite(score.value)).toBe(true);
    expect(score.value).toBeGreaterThanOrEqual(0);
    if (measure.kind !== 'count') expect(score.value).toBeLessThanOrEqual(1);
    if (measure.kind === 'binary') expect([0, 1]).toContain(score.value);
  }
}

const lines = (count: number): string =>
  Array.from({ length: count }, (_, index) => `word${index % 977} lisinopril 10 mg no pain B.`).join('\n');

const HOSTILE: readonly [string, string][] = [
  ['empty', ''],
  ['white space', ' \n\t\n '],
  ['50,000 words on one line', 'lisinopril 20 mg denies chest pain '.repeat(8_334)],
  ['50,000 words on many lines', lines(7_200)],
  ['50,000 times one word', 'the '.repeat(50_000)],
  ['50,000 letters without a space', 'a'.repeat(50_000)],
  ['Japanese', '主観：胸痛なし。リシノプリル10 mgを1日1回。'.repeat(50)],
  ['Arabic', 'لا يوجد ألم في الصدر. ليسينوبريل ١٠ ملغ مرة يوميا.'],
  ['broken surrogates', '\ud83d lisinopril \udc00 10 mg'],
  ['markup', '<script>alert(1)</script><think>'],
  ['colons and brackets', '(((([[[[{{{{::::'.repeat(3_000)],
  ['numbers', '1.5 120/80 98.6 '.repeat(10_000)],
];

const BOUND = await bindScorers(SCORERS.map(({ id }) => id));

describe.each(BOUND.map((scorer) => ({ id: scorer.id, scorer })))('the scorer $id', ({ id, scorer }) => {
  it('has golden cases and gives their scores', () => {
    const file = goldenFile(id);
    if (file === undefined) throw new Error(`no ${id}.golden.json and no ${id}/golden.json`);
    const golden = v.parse(GoldenSchema, JSON.parse(readFileSync(file, 'utf8')));
    for (const item of golden.cases) {
      const output = item.output as ScorableOutput;
      const card = scorer.score(sampleOf(item.sample), output);
      expectComplete(scorer, card);
      for (const [measure, expected] of Object.entries(item.scores)) {
        const score = card.scores[measure];
        const got = score?.state === 'scored' ? score.value : score?.reason;
        if (typeof expected === 'number') expect(got, `${item.name}: ${measure}`).toBeCloseTo(expected, 12);
        else expect(got, `${item.name}: ${measure}`).toBe(expected);
      }
    }
  });

  it('names its measures once, with at least one headline', () => {
    const ids = scorer.measures.map((measure) => measure.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(scorer.measures.some((measure) => measure.headline)).toBe(true);
    for (const measure of ids) expect(measure).toMatch(/^[A-Za-z0-9.-]+$/);
  });

  it('leaves a missing and a failed output unscored', () => {
    for (const reason of ['sample-failed', 'prompt-too-long', 'cancelled'] as const) {
      const card = scorer.score(FULL_SAMPLE, { text: null, unscored: reason });
      expectComplete(scorer, card);
      expect(new Set(Object.values(card.scores).map((score) => JSON.stringify(score)))).toEqual(
        new Set([JSON.stringify({ state: 'unscored', reason })]),
      );
    }
    const missing = scorer.score(FULL_SAMPLE, { text: null });
    for (const score of Object.values(missing.scores)) {
      expect(score).toEqual({ state: 'unscored', reason: 'missing-output' });
    }
  });

  it.each(HOSTILE)('gives a score or a reason for an output that is %s', (_, text) => {
    const started = performance.now();
    expectComplete(scorer, scorer.score(FULL_SAMPLE, { text }));
    expect(performance.now() - started).toBeLessThan(30_000);
  });

  it('gives the same card twice', () => {
    const output = {
      text: 'Subjective: no chest pain.\nMedications: lisinopril 20 mg once daily. Answer: B',
    };
    expect(scorer.score(FULL_SAMPLE, output)).toEqual(scorer.score(FULL_SAMPLE, output));
  });
});

describe('the scorer registry', () => {
  it('has no id twice', () => {
    expect(new Set(SCORERS.map(({ id }) => id)).size).toBe(SCORERS.length);
  });

  it('refuses an unknown id by code', () => {
    expect(() => scorerById('bleu')).toThrow(AppError);
    expect(scorerById('rouge').id).toBe('rouge');
  });

  it('knows the scorer of a table by the part of its id before "@"', () => {
    expect(scorerOfTable('rouge')?.id).toBe('rouge');
    expect(scorerOfTable('bertscore@some-encoder-q8-L6-0a1b2c3d')?.id).toBe('bertscore');
    expect(scorerOfTable('gone')).toBeUndefined();
  });
});
