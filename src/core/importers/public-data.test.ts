/** Real public files nobody here wrote; skipped where the folder in BEDSIDE_PUBLIC_DATA is not there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Importer } from '../contracts.ts';
import type { Sample } from '../packs/pack.ts';
import { aciBench } from './aci-bench.ts';
import { csv } from './csv.ts';
import { jsonl } from './jsonl.ts';

const folder = process.env['BEDSIDE_PUBLIC_DATA'];

async function samplesOf(importer: Importer, paths: readonly string[], map = {}): Promise<Sample[]> {
  const files = paths.map((path) => {
    const bytes = readFileSync(join(folder ?? '', path));
    return {
      name: path,
      bytes: bytes.length,
      async *stream() {
        for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
      },
    };
  });
  const samples: Sample[] = [];
  for await (const row of importer.read(files, { map })) {
    if (row.kind === 'problem') throw new Error(`${row.line} ${row.field ?? ''} ${row.problem}`);
    samples.push(row.sample);
  }
  return samples;
}

describe.skipIf(folder === undefined)('public data', () => {
  it('ACI-Bench: the 8 visits of valid.csv with their metadata', async () => {
    const samples = await samplesOf(aciBench, ['aci-bench/valid.csv', 'aci-bench/valid_metadata.csv']);
    expect(samples.map((sample) => sample.id)).toEqual([
      'D2N068',
      'D2N069',
      'D2N070',
      'D2N071',
      'D2N072',
      'D2N073',
      'D2N074',
      'D2N075',
    ]);
    expect(samples[0]?.meta).toMatchObject({
      dataset: 'virtassist',
      patient_age: '58',
      patient_gender: 'male',
    });
    // Counted in the file with another CSV reader: 468 lines begin with a speaker.
    expect(samples.flatMap(({ input }) => ('turns' in input ? input.turns : []))).toHaveLength(468);
  });

  it.each([
    'reference_test1.csv',
    'longest_speaker_turn_clinicalnlp_taskB_test1.csv',
    'bart-large-xsum-samsum_clinicalnlp_taskB_test1_division_combined.csv',
  ])('ACI-Bench: the 40 visits of %s', async (name) => {
    const samples = await samplesOf(aciBench, [`aci-bench/table6/${name}`]);
    expect(new Set(samples.map((sample) => sample.id)).size).toBe(40);
    expect(samples.flatMap(({ input }) => ('turns' in input ? input.turns : []))).toHaveLength(2082);
    expect(samples.every((sample) => (sample.target?.[0]?.length ?? 0) > 20)).toBe(true);
  });

  it('a public table through the generic importers', async () => {
    const dialogues = await samplesOf(csv, ['MTS-Dialog/MTS-Dialog-ValidationSet.csv'], {
      id: 'ID',
      transcript: 'dialogue',
      target: 'section_text',
      'meta.section': 'section_header',
    });
    expect(dialogues).toHaveLength(30);
    expect(dialogues.every(({ input }) => 'turns' in input)).toBe(true);
    const questions = await samplesOf(jsonl, ['MedXpertQA/medmcqa_input.jsonl']);
    expect(questions).toHaveLength(15);
    expect(questions.every(({ answer }) => /^[A-D]$/.test(answer ?? ''))).toBe(true);
  });
});
