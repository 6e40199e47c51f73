import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Sample } from '../../packs/pack.ts';
import golden from '../fixtures/rouge-golden.json';
import { rouge } from './scorer.ts';

const TYPES = ['rouge1', 'rouge2', 'rougeL', 'rougeLsum'] as const;

function sampleWith(target: readonly string[]): Sample {
  return { id: 's', input: { messages: [{ role: 'user', content: 'x' }] }, target: [...target] };
}

function valueOf(target: readonly string[], text: string, measure: string): number {
  const score = rouge.score(sampleWith(target), { text }).scores[measure];
  if (score?.state !== 'scored') throw new Error(`${measure} is ${JSON.stringify(score)}`);
  return score.value;
}

function words(count: number, seed: number, vocabulary: number): string {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return `w${state % vocabulary}`;
  }).join(' ');
}

describe('ROUGE', () => {
  it.each(golden.map((item, index) => ({ ...item, index })))(
    'gives the golden values, vector $index',
    ({ target, output, plain, stem }) => {
      for (const type of TYPES) {
        for (const [part, partId] of ['p', 'r', 'f'].entries()) {
          expect(valueOf(target, output, `${type}.${partId}`)).toBeCloseTo(plain[type][part] ?? NaN, 12);
          expect(valueOf(target, output, `stem.${type}.${partId}`)).toBeCloseTo(stem[type][part] ?? NaN, 12);
        }
      }
    },
  );

  it('takes the better target for each type on its own', () => {
    const targets = ['a b c d', 'd c b a x'];
    expect(valueOf(targets, 'd c b a x', 'rougeL.f')).toBe(1);
    expect(valueOf(targets, 'a b c d', 'rougeL.f')).toBe(1);
  });

  it('scores an empty output 0 and leaves a missing one unscored', () => {
    expect(valueOf(['chest pain'], '', 'rouge1.f')).toBe(0);
    expect(rouge.score(sampleWith(['x']), { text: null }).scores['rouge1.f']).toEqual({
      state: 'unscored',
      reason: 'missing-output',
    });
    expect(rouge.score(sampleWith([]), { text: 'x' }).scores['rouge1.f']).toEqual({
      state: 'unscored',
      reason: 'no-reference',
    });
  });

  it('scores 50,000 against 1,000 words in bounded time', () => {
    const target = words(1_000, 1, 700);
    const output = words(50_000, 2, 700);
    const started = performance.now();
    expect(valueOf([target], output, 'rougeL.r')).toBeGreaterThan(0.5);
    // Under a second on an idle machine; the ceiling tells a table of 50,000 × 1,000 cells from one kept in memory.
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it('says too-long-to-score for Lsum only where its table would not fit', () => {
    const text = 'a '.repeat(60_000);
    const { scores } = rouge.score(sampleWith([text]), { text });
    expect(scores['rouge1.f']).toEqual({ state: 'scored', value: 1 });
    expect(scores['rougeLsum.f']).toEqual({ state: 'unscored', reason: 'too-long-to-score' });
  });
});

const publicData = process.env['BEDSIDE_PUBLIC_DATA'] ?? '';
const table6 = join(publicData, 'aci-bench', 'table6');

describe.skipIf(publicData === '' || !existsSync(table6))('the published ACI-Bench rows', () => {
  const notes = (file: string): Map<string, string> =>
    new Map(
      Papa.parse<Record<string, string>>(readFileSync(join(table6, file), 'utf8'), {
        header: true,
        skipEmptyLines: true,
      }).data.map((row) => [row['encounter_id'] ?? '', row['note'] ?? '']),
    );

  // Yim et al., Sci Data 2023;10:586, Table 6; its "ROUGE-L" is rougeLsum.
  it.each([
    ['longest_speaker_turn_clinicalnlp_taskB_test1.csv', 27.84, 9.32, 23.44],
    ['bart-large-xsum-samsum_clinicalnlp_taskB_test1_division_combined.csv', 53.46, 25.08, 48.62],
  ])('%s', (file, rouge1, rouge2, rougeLsum) => {
    const references = notes('reference_test1.csv');
    const predictions = notes(file);
    expect(predictions.size).toBe(40);
    const mean = (measure: string): number =>
      [...predictions].reduce(
        (sum, [id, text]) => sum + valueOf([references.get(id) ?? ''], text, measure),
        0,
      ) / predictions.size;
    expect((100 * mean('rouge1.f')).toFixed(2)).toBe(rouge1.toFixed(2));
    expect((100 * mean('rouge2.f')).toFixed(2)).toBe(rouge2.toFixed(2));
    expect((100 * mean('rougeLsum.f')).toFixed(2)).toBe(rougeLsum.toFixed(2));
  });
});
