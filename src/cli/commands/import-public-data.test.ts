/** Every public file that docs/importers.md lists, through `bedside import`; skipped where BEDSIDE_PUBLIC_DATA is not set. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestFolder, cli, testFolder } from '../test-cli.ts';

const data = process.env['BEDSIDE_PUBLIC_DATA'] ?? '';
const day1 = ['day1_consultation02', 'day1_consultation03'];

/** Format, files, samples. */
const FILES: readonly (readonly [string, readonly string[], number])[] = [
  ['aci-bench', ['aci-bench/valid.csv', 'aci-bench/valid_metadata.csv'], 8],
  ['mts-dialog', ['MTS-Dialog/MTS-Dialog-ValidationSet.csv'], 30],
  ['medec', ['MEDEC/MEDEC-MS-ValidationSet.csv'], 20],
  ['pubmedqa', ['pubmedqa/ori_pqal.json'], 15],
  ['medxpertqa', ['MedXpertQA/medxpertqa_sampled_text_input.jsonl'], 10],
  ['medmcqa', ['MedXpertQA/medmcqa_input.jsonl'], 15],
  ['medcalc', ['MedCalc-Bench-Verified/one_shot_data.csv'], 10],
  [
    'primock57',
    day1.flatMap((name) => [
      `primock57/transcripts/${name}_patient.TextGrid`,
      `primock57/transcripts/${name}_doctor.TextGrid`,
      `primock57/notes/${name}.json`,
    ]),
    2,
  ],
];

let folder: TestFolder;
beforeEach(() => {
  folder = testFolder();
});
afterEach(() => folder.remove());

describe.skipIf(data === '')('bedside import of public files', () => {
  it.each(FILES)('%s', async (format, files, count) => {
    const paths = files.map((file) => join(data, file));
    const result = await cli('import', ...paths, '--format', format, '--out', folder.path('out.json'));
    expect(result, result.err).toMatchObject({ code: 0, out: '' });
    const { samples } = JSON.parse(folder.read('out.json')) as { samples: readonly unknown[] };
    expect(samples).toHaveLength(count);
  });

  it('is what docs/importers.md says was read', () => {
    const rows = readFileSync('docs/importers.md', 'utf8').matchAll(
      /^\|[^|]+\| `([a-z0-9-]+)`\s*\| (\d+)/gmu,
    );
    const listed = new Map([...rows].map(([, format = '', count = '']) => [format, Number(count)]));
    for (const [format, , count] of FILES) expect(listed.get(format), format).toBe(count);
  });
});
