/**
 * Our measures against values of the reference implementations: scikit-learn (fixtures/make_sklearn_golden.py) and the
 * example of seqeval's own documentation.
 */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { brierBinary, brierMultiClass } from '../calibration/brier.ts';
import { labelReport } from '../metrics/label-report.ts';
import { SampleSchema } from '../packs/pack.ts';
import { entitiesOfTags, sameEntity } from './entities/entities.ts';
import { labels } from './labels/scorer.ts';
import { ranking } from './ranking/scorer.ts';
import type { ScoreCard } from '../contracts.ts';

const texts = v.array(v.string());
const GoldenSchema = v.object({
  sklearn: v.string(),
  ranking: v.array(
    v.object({ wanted: texts, given: texts, ndcg: v.object({ '5': v.number(), '10': v.number() }) }),
  ),
  labels: v.array(
    v.object({
      wanted: texts,
      given: texts,
      precision: v.number(),
      recall: v.number(),
      f1: v.number(),
      jaccard: v.number(),
    }),
  ),
  macro: v.array(v.object({ wanted: texts, given: texts, f1: v.number() })),
  brier: v.object({
    confidence: v.array(v.number()),
    right: v.array(v.number()),
    binary: v.number(),
    shares: v.array(v.array(v.number())),
    gold: v.array(v.number()),
    multi: v.number(),
  }),
});
const golden = v.parse(
  GoldenSchema,
  JSON.parse(readFileSync(new URL('./fixtures/sklearn-golden.json', import.meta.url), 'utf8')),
);

const sampleOf = (target: readonly string[]) =>
  v.parse(SampleSchema, {
    id: 's',
    input: { messages: [{ role: 'user', content: 'Which?' }] },
    target: [...target],
  });
function value(card: ScoreCard, measure: string): number {
  const score = card.scores[measure];
  return score?.state === 'scored' ? score.value : Number.NaN;
}

describe(`as scikit-learn ${golden.sklearn} computes them`, () => {
  it('nDCG@5 and nDCG@10 of ranked lists', () => {
    expect(golden.ranking).toHaveLength(30);
    for (const { wanted, given, ndcg } of golden.ranking) {
      const text = given.map((item, at) => `${at + 1}. ${item}`).join('\n');
      const card = ranking.score(sampleOf(wanted), { text });
      expect(value(card, 'ndcg-5')).toBeCloseTo(ndcg['5'], 12);
      expect(value(card, 'ndcg-10')).toBeCloseTo(ndcg['10'], 12);
    }
  });

  it('precision, recall, F1 and Jaccard of label sets', () => {
    expect(golden.labels).toHaveLength(30);
    for (const { wanted, given, ...expected } of golden.labels) {
      const card = labels.score(sampleOf(wanted), { text: given.map((item) => `- ${item}`).join('\n') });
      for (const measure of ['precision', 'recall', 'f1', 'jaccard'] as const)
        expect(value(card, measure), `${measure} of ${given.join(', ')}`).toBeCloseTo(expected[measure], 12);
    }
  });

  it('macro-F1', () => {
    for (const { wanted, given, f1 } of golden.macro) {
      const answers = wanted.map((label, at) => ({
        wanted: label,
        given: given[at] ?? '',
        cluster: String(at),
      }));
      const report = labelReport(answers, { unscored: 0, failed: 0 }, { level: 0.95, seed: 1 });
      expect(report?.macroF1.value).toBeCloseTo(f1, 12);
    }
  });

  it('Brier scores, of a confidence and over all choices', () => {
    const { confidence, right, binary, shares, gold, multi } = golden.brier;
    const answers = confidence.map((one, at) => ({ confidence: one, right: right[at] === 1 }));
    expect(brierBinary(answers)).toBeCloseTo(binary, 12);
    const questions = shares.map((probabilities, at) => ({ probabilities, right: gold[at] ?? 0 }));
    expect(brierMultiClass(questions)).toBeCloseTo(multi, 10);
  });
});

describe('as seqeval counts entities (README of chakki-works/seqeval 1.2.2)', () => {
  // Its example: f1_score 0.50, because the MISC entity begins a token too early and the PER entity is right.
  const truth = [
    ['O', 'O', 'O', 'B-MISC', 'I-MISC', 'I-MISC', 'O'],
    ['B-PER', 'I-PER', 'O'],
  ];
  const given = [
    ['O', 'O', 'B-MISC', 'I-MISC', 'I-MISC', 'I-MISC', 'O'],
    ['B-PER', 'I-PER', 'O'],
  ];
  it('gives the F1 of its example over both sentences', () => {
    const counts = truth.map((tags, at) => {
      const wanted = entitiesOfTags(tags);
      const found = entitiesOfTags(given[at] ?? []);
      const hits = found.filter((one) => wanted.some((other) => sameEntity(one, other))).length;
      return { wanted: wanted.length, found: found.length, hits };
    });
    const sum = (of: (count: (typeof counts)[number]) => number) =>
      counts.reduce((total, count) => total + of(count), 0);
    const f1 = (2 * sum(({ hits }) => hits)) / (sum(({ wanted }) => wanted) + sum(({ found }) => found));
    expect(f1).toBe(0.5);
  });
});
