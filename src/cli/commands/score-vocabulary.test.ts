/** `score` with what scorers are bound to, and ROUGE by division as the authors published it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bundledPack } from '../bundled-pack.ts';
import { cli, testFolder } from '../test-cli.ts';

const folder = testFolder();
afterAll(() => folder.remove());

const vocabulary = folder.write(
  'ward.csv',
  'term,concept id,group\ncough,1,Disorders\n,2,\nfever,3,Disorders\n',
);
const pack = bundledPack('soap-notes-handwritten');
const { samples } = JSON.parse(readFileSync(pack, 'utf8')) as { samples: { id: string }[] };
const predictions = folder.write(
  'predictions.jsonl',
  `${JSON.stringify({ id: samples[0]?.id, output: 'Cough and fever.' })}\n`,
);
const score = (...args: string[]) => cli('score', pack, '--predictions', predictions, ...args);

describe('bedside score --vocabulary', () => {
  it('names metric and settings after the vocabulary and tells the rows it left out', async () => {
    const { code, out, err } = await score('--scorers', 'concept-f1', '--vocabulary', vocabulary, '--json');
    expect(code).toBe(0);
    expect(err).toContain('line 3: has no term or no concept id');
    expect(err).toContain('2 terms of 2 concepts, 1 rows left out');
    const { metrics, settings } = JSON.parse(out) as {
      metrics: Record<string, unknown>;
      settings: Record<string, Record<string, string>>;
    };
    const [id = ''] = Object.keys(settings);
    expect(id).toMatch(/^concept-f1@ward-[0-9a-f]{8}$/);
    expect(metrics).toHaveProperty([`${id}.f`]);
    expect(settings[id]).toMatchObject({ vocabulary: 'ward' });
    expect(settings[id]?.['vocabulary-sha256']).toMatch(new RegExp(`^${id.slice(-8)}`));
  });

  it('says which lexicon it used without one', async () => {
    const { out } = await score('--scorers', 'concept-f1', '--json');
    expect(JSON.parse(out)).toMatchObject({
      settings: { 'concept-f1': { vocabulary: 'Bedside lexicon 1' } },
    });
  });

  it('refuses a vocabulary that no scorer uses', async () => {
    expect(await score('--scorers', 'rouge', '--vocabulary', vocabulary)).toMatchObject({ code: 2, out: '' });
  });
});

const data = process.env['BEDSIDE_PUBLIC_DATA'];
const table6 = (name: string): string => join(data ?? '', 'aci-bench/table6', name);
const SYSTEM = 'bart-large-xsum-samsum_clinicalnlp_taskB_test1_division_combined.csv';

describe.skipIf(data === undefined || !existsSync(table6(SYSTEM)))('published ROUGE by division', () => {
  it('comes out of the command line to two decimals (Yim et al. 2023, Tables 9 and 10)', async () => {
    for (const [file, out] of [
      ['reference_test1.csv', 'reference.json'],
      [SYSTEM, 'system.json'],
    ] as const) {
      expect(
        await cli('import', table6(file), '--format', 'aci-bench', '--out', folder.path(out)),
      ).toMatchObject({
        code: 0,
      });
    }
    const system = JSON.parse(folder.read('system.json')) as { samples: { id: string; target: string[] }[] };
    const lines = system.samples.map(({ id, target }) => JSON.stringify({ id, output: target[0] }));
    const given = folder.write('system.jsonl', `${lines.join('\n')}\n`);
    const reference = folder.path('reference.json');
    const args = ['--predictions', given, '--scorers', 'rouge-divisions', '--json'];
    const { out } = await cli('score', reference, ...args);
    const { metrics } = JSON.parse(out) as { metrics: Record<string, { value: number }> };
    const percent = (division: string, type: string): string =>
      (100 * (metrics[`rouge-divisions.published.${division}.${type}.f`]?.value ?? NaN)).toFixed(2);
    const types = ['rouge1', 'rouge2', 'rougeL'];
    expect(types.map((type) => percent('objective-results', type))).toEqual(['29.45', '18.01', '26.63']);
    expect(types.map((type) => percent('assessment-and-plan', type))).toEqual(['43.89', '21.37', '27.56']);
  });
});
