/** Contract of every extractor: its golden replies hold; hostile replies are read, or not, in bounded time. */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { UNSCORED_REASONS } from '../contracts.ts';
import { AppError } from '../errors.ts';
import { ChoiceSchema } from '../packs/pack.ts';
import { EXTRACTORS, extractorById } from './registry.ts';

const values = v.array(v.string());
const GoldenSchema = v.strictObject({
  choices: v.optional(v.record(v.string(), v.array(ChoiceSchema)), {}),
  source: v.optional(v.string()),
  replies: v.array(
    v.strictObject({
      reply: v.string(),
      choices: v.optional(v.string()),
      strict: v.nullable(v.union([v.string(), values])),
      /** The value, or "!" and the reason why there is none. */
      flexible: v.union([v.string(), values]),
    }),
  ),
});

function golden(id: string) {
  return v.parse(
    GoldenSchema,
    JSON.parse(readFileSync(new URL(`./${id}.golden.json`, import.meta.url), 'utf8')),
  );
}

const listOf = (value: string | readonly string[]): readonly string[] =>
  typeof value === 'string' ? [value] : value;

const HOSTILE = [
  '{',
  '\\boxed{',
  '{"answer": ',
  'the answer is ',
  '"',
  '- ',
  '1.',
  '答案是',
  '<think>',
  '1 week ',
  '\n',
  '((',
  "'a',",
];

describe.each(EXTRACTORS.map((extractor) => ({ id: extractor.id, extractor })))(
  'extractor $id',
  ({ id, extractor }) => {
    const { replies, choices, source } = golden(id);

    it.each(replies)('$reply', ({ reply, choices: set, strict, flexible }) => {
      const read = extractor.extract(reply, {
        ...(set === undefined ? {} : { choices: choices[set] ?? [] }),
        ...(source === undefined ? {} : { source }),
      });
      expect(read.strict, 'strict').toEqual(strict === null ? null : listOf(strict));
      const got = read.flexible.kind === 'read' ? read.flexible.values : [`!${read.flexible.reason}`];
      expect(got, 'flexible').toEqual(listOf(flexible));
    });

    it('leaves replies unread for reasons of the closed list, and has such replies', () => {
      const reasons = replies.flatMap(({ flexible }) =>
        typeof flexible === 'string' && flexible.startsWith('!') ? [flexible.slice(1)] : [],
      );
      for (const reason of reasons) expect(UNSCORED_REASONS).toContain(reason);
      expect(new Set(reasons).size).toBeGreaterThan(1);
    });

    it.each(HOSTILE)('reads 50,000 times "%s" in bounded time', (piece) => {
      const started = performance.now();
      extractor.extract(piece.repeat(50_000), {
        choices: [
          { id: 'A', text: 'Rest' },
          { id: 'B', text: 'Aspirin' },
        ],
        source: piece.repeat(1_000),
      });
      expect(performance.now() - started).toBeLessThan(30_000);
    });

    it('has no strict reading that the flexible one contradicts', () => {
      for (const { strict, flexible } of replies) if (strict !== null) expect(flexible).toEqual(strict);
    });
  },
);

describe('the golden replies', () => {
  it('are at least 300, no reply twice for one extractor', () => {
    const all = EXTRACTORS.map(({ id }) => golden(id).replies);
    expect(all.flat().length).toBeGreaterThanOrEqual(300);
    for (const replies of all) {
      const keys = replies.map(({ reply, choices }) => JSON.stringify([reply, choices]));
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});

describe('the registry of extractors', () => {
  it('has no id twice and refuses an unknown one by code', () => {
    expect(new Set(EXTRACTORS.map(({ id }) => id)).size).toBe(EXTRACTORS.length);
    expect(() => extractorById('mind-reading')).toThrow(AppError);
  });
});
