import { describe, expect, it } from 'vitest';
import { fileOf } from '../run/fixtures.ts';
import { healthbench } from './healthbench.ts';

describe('healthbench', () => {
  it('spreads a rubric that does not fit one meta field over several, each a JSON list', async () => {
    const rubrics = Array.from({ length: 30 }, (_, index) => ({
      criterion: `${index}: ${'long '.repeat(150)}`,
      points: index,
      tags: ['axis:accuracy'],
    }));
    const row = { prompt_id: 'p', prompt: [{ role: 'user', content: 'Hi' }], rubrics };
    for await (const result of healthbench.read([fileOf('a.jsonl', JSON.stringify(row))], { map: {} })) {
      const meta: Readonly<Record<string, unknown>> =
        result.kind === 'sample' ? (result.sample.meta ?? {}) : {};
      expect(Object.keys(meta)).toEqual(['rubrics', 'rubrics.2', 'rubrics.3']);
      expect(Object.values(meta).flatMap((text) => JSON.parse(String(text)) as unknown[])).toEqual(rubrics);
    }
  });
});
