/**
 * Yim et al., Sci Data 2023;10:586, Tables 9 and 10: "BART + FT SAMSum (Division)" on test set 1, by division. Skipped
 * where the folder in BEDSIDE_PUBLIC_DATA is not there.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { rougeDivisions } from './scorer.ts';

const publicData = process.env['BEDSIDE_PUBLIC_DATA'] ?? '';
const table6 = join(publicData, 'aci-bench/table6');
const notes = (file: string): Map<string, string> =>
  new Map(
    Papa.parse<Record<string, string>>(readFileSync(join(table6, file), 'utf8'), {
      header: true,
      skipEmptyLines: true,
    }).data.map((row) => [row['encounter_id'] ?? '', row['note'] ?? '']),
  );

describe.skipIf(publicData === '' || !existsSync(table6))('the published ROUGE by division', () => {
  it.each([
    ['objective-results', '29.45', '18.01', '26.63'],
    ['assessment-and-plan', '43.89', '21.37', '27.56'],
  ])('%s', (division, rouge1, rouge2, rougeL) => {
    const references = notes('reference_test1.csv');
    const system = notes('bart-large-xsum-samsum_clinicalnlp_taskB_test1_division_combined.csv');
    expect(system.size).toBe(40);
    const mean = (type: string): string => {
      const values = [...system].map(([id, text]) => {
        const sample = {
          id,
          input: { messages: [{ role: 'user' as const, content: 'x' }] },
          target: [references.get(id) ?? ''],
        };
        const score = rougeDivisions.score(sample, { text }).scores[`published.${division}.${type}.f`];
        return score?.state === 'scored' ? score.value : NaN;
      });
      return ((100 * values.reduce((sum, value) => sum + value, 0)) / values.length).toFixed(2);
    };
    expect([mean('rouge1'), mean('rouge2'), mean('rougeL')]).toEqual([rouge1, rouge2, rougeL]);
  });
});
