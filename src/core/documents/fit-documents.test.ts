import { describe, expect, it } from 'vitest';
import { AppError } from '../errors.ts';
import type { Sample } from '../packs/pack.ts';
import { arrangedDocuments, solveFitting } from './fit-documents.ts';

const document = (id: string, chars: number, needed = false) => ({
  id,
  text: 'x'.repeat(chars),
  ...(needed ? { needed } : {}),
});
const record: Sample = {
  id: 'q1',
  input: { messages: [{ role: 'user', content: 'When was it?' }] },
  documents: [
    document('a', 400),
    document('b', 400, true),
    document('c', 400),
    document('d', 800),
    document('e', 200),
  ],
};
const policy = { order: 'given', fit: 'leave-out' } as const;

/** A model that reads `contextTokens`, one token four characters, and 20 for the question and its answer. */
const model =
  (contextTokens: number, asked: (readonly string[])[] = []) =>
  async (sample: Sample): Promise<string> => {
    const documents = sample.documents ?? [];
    asked.push(documents.map(({ id }) => id));
    const promptTokens = 15 + documents.reduce((sum, { text }) => sum + text.length / 4, 0);
    if (promptTokens + 5 > contextTokens)
      throw new AppError('model/too-long', 'too long', { promptTokens, newTokens: 5, contextTokens });
    return documents.map(({ id }) => id).join('');
  };

describe('fitting documents', () => {
  it('shows all of them where they fit', async () => {
    expect(await solveFitting(record, policy, 1, model(1_000))).toEqual({
      kind: 'solved',
      output: 'abcde',
      documents: { shown: ['a', 'b', 'c', 'd', 'e'], leftOut: [] },
    });
  });

  it.each([
    [600, 'abcde', []],
    [560, 'abcd', ['e']],
    [400, 'abc', ['e', 'd']],
    [250, 'ab', ['e', 'd', 'c']],
    [130, 'b', ['e', 'd', 'c', 'a']],
  ])(
    'leaves out whole documents from the end, never a needed one: %i tokens',
    async (tokens, shown, leftOut) => {
      const fitted = await solveFitting(record, policy, 1, model(tokens));
      expect(fitted).toMatchObject({ kind: 'solved', output: shown });
      expect([...fitted.documents.leftOut].sort()).toEqual([...leftOut].sort());
      expect(fitted.documents.shown.join('')).toBe(shown);
      if (leftOut.length > 0)
        expect(fitted.documents.whole).toEqual({ promptTokens: 565, newTokens: 5, contextTokens: tokens });
    },
  );

  it('leaves out no more than it must', async () => {
    for (let tokens = 120; tokens < 620; tokens += 10) {
      const fitted = await solveFitting(record, policy, 1, model(tokens));
      const last = fitted.documents.leftOut.at(-1);
      if (fitted.kind === 'failed' || last === undefined) continue;
      const back = (record.documents ?? []).filter(({ id }) =>
        [...fitted.documents.shown, last].includes(id),
      );
      await expect(model(tokens)({ ...record, documents: back })).rejects.toMatchObject({
        code: 'model/too-long',
      });
    }
  });

  it('refuses where the needed ones do not fit, and where nothing may be left out', async () => {
    expect(await solveFitting(record, policy, 1, model(60))).toMatchObject({
      kind: 'failed',
      error: { code: 'model/too-long' },
      documents: { shown: ['b'] },
    });
    const asked: (readonly string[])[] = [];
    const refused = await solveFitting(record, { ...policy, fit: 'refuse' }, 1, model(400, asked));
    expect(refused).toMatchObject({ kind: 'failed', documents: { leftOut: [] } });
    expect(asked).toHaveLength(1);
  });

  it('shuffles by seed and sample, the same each time', () => {
    const shuffled = (seed: number, id = 'q1') =>
      arrangedDocuments({ ...record, id }, { ...policy, order: 'shuffled' }, seed)
        .map((each) => each.id)
        .join('');
    expect(shuffled(1)).toBe(shuffled(1));
    expect(new Set(Array.from({ length: 20 }, (_, seed) => shuffled(seed))).size).toBeGreaterThan(10);
    expect(new Set(['q1', 'q2', 'q3', 'q4'].map((id) => shuffled(7, id))).size).toBeGreaterThan(1);
    expect([...shuffled(3)].sort().join('')).toBe('abcde');
    expect(
      arrangedDocuments(record, policy, 3)
        .map(({ id }) => id)
        .join(''),
    ).toBe('abcde');
  });

  it('passes other errors on at once', async () => {
    const asked: (readonly string[])[] = [];
    const broken = async (sample: Sample): Promise<string> => {
      asked.push((sample.documents ?? []).map(({ id }) => id));
      throw new AppError('runtime/failed', 'broken');
    };
    expect(await solveFitting(record, policy, 1, broken)).toMatchObject({
      kind: 'failed',
      error: { code: 'runtime/failed' },
    });
    expect(asked).toHaveLength(1);
  });
});
