/** Real public files nobody here wrote; skipped where the folder in BEDSIDE_PUBLIC_DATA is not there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Importer } from '../contracts.ts';
import type { Sample } from '../packs/pack.ts';
import { aciBench } from './aci-bench.ts';
import { csv } from './csv.ts';
import { jsonl } from './jsonl.ts';
import { medcalc } from './medcalc.ts';
import { medec } from './medec.ts';
import { medmcqa } from './medmcqa.ts';
import { medxpertqa } from './medxpertqa.ts';
import { mtsDialog } from './mts-dialog.ts';
import { primock57 } from './primock57.ts';
import { pubmedqa } from './pubmedqa.ts';

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

  it('MTS-Dialog: 30 sections', async () => {
    const samples = await samplesOf(mtsDialog, ['MTS-Dialog/MTS-Dialog-ValidationSet.csv']);
    expect(samples).toHaveLength(30);
    expect(samples[0]).toMatchObject({ id: '0', meta: { section_header: 'GENHX' } });
    expect(samples.every(({ input, target }) => 'turns' in input && (target?.[0] ?? '') !== '')).toBe(true);
    // Every section header of the set is known in words.
    expect(samples.filter(({ meta }) => meta?.['section'] === meta?.['section_header'])).toEqual([]);
  });

  it('MEDEC: 20 notes with their one-line answers', async () => {
    const samples = await samplesOf(medec, ['MEDEC/MEDEC-MS-ValidationSet.csv']);
    expect(samples).toHaveLength(20);
    expect(samples[0]?.target).toEqual(['1 5 Culture tests indicate Trichomonas vaginalis.']);
    for (const { target, input } of samples) {
      const [, flag, id] = /^([01]) (-?\d+) \S/.exec(target?.[0] ?? '') ?? [];
      const text = 'messages' in input ? input.messages[0]?.content : '';
      expect(flag === '0' ? id : text?.split('\n').some((line) => line.startsWith(`${id} `))).toEqual(
        flag === '0' ? '-1' : true,
      );
    }
  });

  it('PubMedQA: 15 questions under their PMIDs', async () => {
    const samples = await samplesOf(pubmedqa, ['pubmedqa/ori_pqal.json']);
    expect(samples).toHaveLength(15);
    expect(samples.map(({ id }) => id)).toContain('10808977');
    expect(samples.every(({ answer }) => /^(?:yes|no|maybe)$/.test(answer ?? ''))).toBe(true);
    expect(samples.every(({ documents }) => (documents?.length ?? 0) > 0)).toBe(true);
  });

  it('MedXpertQA: 10 questions with ten options, 15 with the options in the question', async () => {
    const ten = await samplesOf(medxpertqa, ['MedXpertQA/medxpertqa_sampled_text_input.jsonl']);
    expect(ten).toHaveLength(10);
    expect(ten.every(({ choices }) => choices?.length === 10)).toBe(true);
    expect(ten.some(({ input }) => JSON.stringify(input).includes('Answer Choices'))).toBe(false);
    const four = await samplesOf(medxpertqa, ['MedXpertQA/medmcqa_input.jsonl']);
    expect(four).toHaveLength(15);
    expect(four.every(({ choices }) => choices?.length === 4)).toBe(true);
    const same = await samplesOf(medmcqa, ['MedXpertQA/medmcqa_input.jsonl']);
    expect(same.map(({ answer }) => answer)).toEqual(four.map(({ answer }) => answer));
  });

  it('MedCalc-Bench: 10 calculations', async () => {
    const samples = await samplesOf(medcalc, ['MedCalc-Bench-Verified/one_shot_data.csv']);
    expect(samples.map(({ id }) => id)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
    expect(samples[0]?.meta).toMatchObject({ ground_truth: '67.00495', lower_limit: '63.6547' });
  });

  it('PriMock57: 2 consultations in the order of time', async () => {
    const names = ['day1_consultation02', 'day1_consultation03'];
    const samples = await samplesOf(
      primock57,
      names.flatMap((name) => [
        `primock57/transcripts/${name}_patient.TextGrid`,
        `primock57/transcripts/${name}_doctor.TextGrid`,
        `primock57/notes/${name}.json`,
      ]),
    );
    expect(samples.map(({ id }) => id)).toEqual(names);
    // Counted in the files with another program: intervals whose text is not empty.
    expect(samples.map(({ input }) => ('turns' in input ? input.turns.length : 0))).toEqual([130, 141]);
    const first = samples[0]?.input;
    expect(first !== undefined && 'turns' in first ? first.turns[0] : null).toMatchObject({
      speaker: 'Doctor',
      text: 'Hello?',
    });
  });
});
