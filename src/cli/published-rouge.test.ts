/**
 * The command line reproduces published numbers (Yim et al., Sci Data 10:586, 2023, Table 6) from the authors' own
 * files. Skipped where the folder in BEDSIDE_PUBLIC_DATA is not there.
 */
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { cli, testFolder } from './test-cli.ts';

const data = process.env['BEDSIDE_PUBLIC_DATA'];
const folder = testFolder();
afterAll(() => folder.remove());
const table6 = (name: string): string => join(data ?? '', 'aci-bench/table6', name);

async function importVisits(
  file: string,
  out: string,
): Promise<{ samples: { id: string; target: string[] }[] }> {
  const result = await cli('import', table6(file), '--format', 'aci-bench', '--out', folder.path(out));
  expect(result).toMatchObject({ code: 0, out: '' });
  return JSON.parse(folder.read(out)) as { samples: { id: string; target: string[] }[] };
}

describe.skipIf(data === undefined)('published ROUGE of ACI-Bench test set 1', () => {
  it.each([
    ['longest_speaker_turn_clinicalnlp_taskB_test1.csv', '27.84', '9.32', '23.44', '15.82'],
    ['bart-large-xsum-samsum_clinicalnlp_taskB_test1_division_combined.csv', '53.46', '25.08', '48.62', null],
  ])('%s', async (file, rouge1, rouge2, rougeLsum, rougeL) => {
    await importVisits('reference_test1.csv', 'reference.json');
    const system = await importVisits(file, 'system.json');
    const lines = system.samples.map(({ id, target }) => JSON.stringify({ id, output: target[0] }));
    const predictions = folder.write('predictions.jsonl', `${lines.join('\n')}\n`);
    const { code, out } = await cli(
      'score',
      folder.path('reference.json'),
      '--predictions',
      predictions,
      '--json',
    );
    expect(code).toBe(0);
    const { metrics } = JSON.parse(out) as {
      metrics: Record<string, { value: number; n: number; unscored: number }>;
    };
    const percent = (metric: string): string | undefined => {
      const value = metrics[metric]?.value;
      return value === undefined ? undefined : (100 * value).toFixed(2);
    };
    expect(metrics['rouge.rouge1.f']).toMatchObject({ n: 40, unscored: 0 });
    expect(percent('rouge.rouge1.f')).toBe(rouge1);
    expect(percent('rouge.rouge2.f')).toBe(rouge2);
    expect(percent('rouge.rougeLsum.f')).toBe(rougeLsum);
    if (rougeL !== null) expect(percent('rouge.rougeL.f')).toBe(rougeL);
  });
});
