import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Sample } from '../../packs/pack.ts';
import { medcalc } from './scorer.ts';

function calculation(meta: Readonly<Record<string, string>>): Sample {
  return { id: '1', input: { messages: [{ role: 'user', content: 'Calculate.' }] }, meta };
}

function verdict(sample: Sample, text: string): readonly (number | string | undefined)[] {
  const { accuracy, flexible } = medcalc.score(sample, { text }).scores;
  return [accuracy, flexible].map((score) => (score?.state === 'scored' ? score.value : score?.reason));
}

const bmi = calculation({
  calculator_id: '6',
  ground_truth: '24.0',
  lower_limit: '22.8',
  upper_limit: '25.2',
});

describe('medcalc', () => {
  it.each([
    ['{"answer": "24.2"}', 1, 1],
    ['{"step_by_step_thinking": "70 / 1.7^2 = 24.2", "Answer": 24.2}', 1, 1],
    ['24.2', 1, 1],
    // Not in the form that was asked for: wrong as published, read by the flexible reading.
    ['24.2 kg/m²', 0, 1],
    ['The BMI is computed first.\nFinal answer: **24.2 kg/m^2**', 0, 1],
    ['So \\boxed{24.2}', 0, 1],
    ['{"answer": "24.2"', 0, 1],
    // The authors' last number of "1,024.2" is 024.2.
    ['{"answer": "1,024.2"}', 1, 0],
    ['{"answer": "24.2 (normal is 18.5 to 24.9)"}', 1, 1],
    ['{"answer": "70 kg, 24.2"}', 1, 'ambiguous-answer'],
    ['{"answer": "X.XX"}', 0, 'extraction-failed'],
    ['I cannot tell.', 0, 'extraction-failed'],
    ['<think>24.2', 0, 'extraction-failed'],
    ["name 'N' is not defined", 0, 'extraction-failed'],
    ['', 'empty-output', 'empty-output'],
  ])('decimal: %s', (text, accuracy, flexible) => {
    expect(verdict(bmi, text)).toEqual([accuracy, flexible]);
  });

  it.each([
    ['str(round(70 / 1.7 ** 2, 1))', 1],
    ['str(70 kg / 1.7^2)', 1],
    ['str((70 / (1.7 * 1.7)', 1],
    ['str(math.sqrt(576)) # worked out', 1],
    ['str(max(24, 1))', 0],
    ['str(__import__)', 0],
  ])('an expression in the authors’ str(): %s', (text, accuracy) => {
    expect(verdict(bmi, `{"answer": ${text}}`)[0]).toBe(accuracy);
  });

  it.each([
    ['2.5', '2', 1],
    ['3.5', '4', 1],
    ['3.5', '3', 0],
    ['-1', '-1', 1],
  ])('a whole number is rounded as Python rounds: %s is %s: %i', (text, truth, accuracy) => {
    expect(verdict(calculation({ calculator_id: '16', ground_truth: truth }), text)[0]).toBe(accuracy);
  });

  it.each([
    ['{"answer": "3 out of 5"}', 1, 1],
    ['{"answer": "1, 4, 5"}', 1, 'ambiguous-answer'],
    ['{"answer": "CURB-65 score of 3"}', 1, 1],
    ['{"answer": "3/5"}', 0, 1],
    ['{"answer": "03"}', 0, 1],
  ])('integer: %s', (text, accuracy, flexible) => {
    expect(verdict(calculation({ calculator_id: '45', ground_truth: '3' }), text)).toEqual([
      accuracy,
      flexible,
    ]);
  });

  it.each([
    ['{"answer": "6/9/2007"}', 1, 1],
    ['06/09/2007', 1, 1],
    ['{"answer": "06/10/2007"}', 0, 0],
    ['{"answer": "June 9, 2007"}', 0, 1],
    ['The due date is 2007-06-09.', 0, 1],
    ['{"answer": "between 06/09/2007 and 06/12/2007"}', 0, 'ambiguous-answer'],
    ['{"answer": "02/30/2007"}', 0, 'extraction-failed'],
  ])('date: %s', (text, accuracy, flexible) => {
    expect(verdict(calculation({ calculator_id: '68', ground_truth: '06/09/2007' }), text)).toEqual([
      accuracy,
      flexible,
    ]);
  });

  it.each([
    ['{"answer": "(\'4 weeks\', \'3 days\')"}', 1, 1],
    ['{"answer": ["4 weeks", "3 days"]}', 1, 1],
    ['(4, 3)', 1, 1],
    ['{"answer": "4 weeks and 3 days"}', 0, 1],
    ['{"answer": "04 weeks, 3 days"}', 0, 1],
    ['{"answer": "4 weeks, 4 days"}', 0, 0],
    ['{"answer": "a month"}', 0, 'extraction-failed'],
  ])('weeks and days: %s', (text, accuracy, flexible) => {
    const sample = calculation({ calculator_id: '69', ground_truth: "('4 weeks', '3 days')" });
    expect(verdict(sample, text)).toEqual([accuracy, flexible]);
  });

  it('takes 5 % either way of a negative truth, whichever limit stands first, and where no limits stand', () => {
    const stored = { calculator_id: '67', ground_truth: '-2', lower_limit: '-1.9', upper_limit: '-2.1' };
    const bare = { calculator_id: '67', ground_truth: '-2' };
    for (const meta of [stored, bare]) {
      expect(verdict(calculation(meta), '-2.05')[0]).toBe(1);
      expect(verdict(calculation(meta), '-1.95')[0]).toBe(1);
      expect(verdict(calculation(meta), '2')[0]).toBe(0);
      expect(verdict(calculation(meta), '-2.2')[0]).toBe(0);
    }
  });

  it('goes by the calculator, not by the output type of the row', () => {
    const wells = {
      calculator_id: '8',
      output_type: 'integer',
      ground_truth: '1.5',
      lower_limit: '1.5',
      upper_limit: '1.5',
    };
    expect(verdict(calculation(wells), '1.5')[0]).toBe(1);
    expect(verdict(calculation(wells), '2')[0]).toBe(0);
  });
});

/** The 55 calculators by what they give (MedCalc-Bench, evaluation/evaluate.py). */
const BY_KIND = {
  date: [13, 68],
  weeks: [69],
  integer: [4, 15, 16, 17, 18, 20, 21, 25, 27, 28, 29, 32, 33, 36, 43, 45, 48, 51],
  decimal: [
    2, 3, 5, 6, 7, 8, 9, 10, 11, 19, 22, 23, 24, 26, 30, 31, 38, 39, 40, 44, 46, 49, 56, 57, 58, 59, 60, 61,
    62, 63, 64, 65, 66, 67,
  ],
} as const;

/** Truth, its limits where it has any, an answer as a model gives it, the authors' verdict. */
const BY_HAND: Readonly<
  Record<
    keyof typeof BY_KIND,
    readonly (readonly [string, readonly [string, string] | null, string, 0 | 1])[]
  >
> = {
  date: [
    ['08/02/2021', null, '"8/2/2021"', 1],
    ['08/02/2021', null, '"08/02/2021 (Monday)"', 1],
    ['08/02/2021', null, '"02/08/2021"', 0],
    ['08/02/2021', null, '"13/02/2021"', 0],
    ['08/02/2021', null, '"On 08/02/2021"', 0],
    ['08/02/2021', null, '"08/02/21"', 0],
  ],
  weeks: [
    ["('11 weeks', '0 days')", null, '"(11, 0)"', 1],
    ["('11 weeks', '0 days')", null, '"11 weeks, 0 days"', 1],
    ["('11 weeks', '0 days')", null, '["11 weeks", "0 days"]', 1],
    ["('11 weeks', '0 days')", null, '"11 weeks, 1 day"', 0],
    ["('11 weeks', '0 days')", null, '"10 weeks, 7 days"', 0],
    // "1" and "1" of 11.
    ["('1 weeks', '1 days')", null, '"11 weeks"', 1],
    ["('11 weeks', '0 days')", null, '"weeks"', 0],
  ],
  integer: [
    ['20', ['20', '20'], '20.4', 1],
    ['20', ['20', '20'], '"20.5"', 1],
    ['20', ['20', '20'], '"20.6"', 0],
    ['20', ['20', '20'], '"20 points"', 1],
    ['20', ['20', '20'], '"1,020"', 0],
    ['2', ['2', '2'], '"1,020"', 1],
    ['3', ['3', '3'], '"3 out of 10"', 1],
    ['3', ['3', '3'], '"age, sex: 2, 5, 7"', 1],
    ['-1', ['-1', '-1'], '"-1"', 1],
    ['-1', ['-1', '-1'], '"1"', 0],
    ['0', ['0', '0'], '"-0.5"', 1],
    ['0', ['0', '0'], '"00"', 1],
    ['7', ['7', '7'], '"07"', 0],
    ['2', ['2', '2'], '"1-2"', 0],
    ['-2', ['-2', '-2'], '"1-2"', 1],
  ],
  decimal: [
    ['20', ['19.0', '21.0'], '"19.0"', 1],
    ['20', ['19.0', '21.0'], '"21.00"', 1],
    ['20', ['19.0', '21.0'], '"18.999"', 0],
    ['20', null, '"21.0001"', 0],
    ['-20', ['-21.0', '-19.0'], '"-20.9"', 1],
    ['-20', null, '"-18.9"', 0],
    ['-20', ['-21.0', '-19.0'], '"20"', 0],
    ['0', ['0', '0'], '"0.0"', 1],
    ['0', ['0', '0'], '"0.01"', 0],
    ['20', ['19.0', '21.0'], '"20 mL/min/1.73 m\u00b2"', 1],
    ['20', ['19.0', '21.0'], '"20 mL/min"', 1],
    ['20', ['19.0', '21.0'], '"20 mg/dL^2"', 0],
    ['0.2', ['0.19', '0.21'], '"20%"', 1],
    ['20', ['19.0', '21.0'], '"20%"', 0],
    ['0.2', ['0.19', '0.21'], '"20 %"', 0],
    ['20', ['19.0', '21.0'], 'str(round(60 / 3, 2))', 1],
    ['20', ['19.0', '21.0'], 'str((140 - 40) * 72 / (72 * 5)', 1],
    ['20', ['19.0', '21.0'], 'str(400 ^ 0.5) # root', 1],
    ['20', ['19.0', '21.0'], 'str(log(20))', 0],
    ['0.12', ['0.12', '0.12'], 'str(round(0.125, 2))', 1],
    ['20', ['19.0', '21.0'], '"2e1"', 0],
    ['1', ['0.95', '1.05'], '"2e1"', 1],
    ['1234.5', ['1172.775', '1296.225'], '"1,234.5"', 0],
    ['1234.5', ['1172.775', '1296.225'], '"1234.5 mL"', 1],
    ['20', ['19.0', '21.0'], '"between 19 and 20"', 1],
    ['20', ['19.0', '21.0'], '"X.XX"', 0],
  ],
};

describe.each(Object.entries(BY_KIND))('medcalc, every calculator: %s', (kind, ids) => {
  it.each(BY_HAND[kind as keyof typeof BY_KIND])('%s %j answered %s: %i', (truth, limits, answer, wanted) => {
    for (const id of ids) {
      const sample = calculation({
        calculator_id: String(id),
        ground_truth: truth,
        ...(limits === null ? {} : { lower_limit: limits[0], upper_limit: limits[1] }),
      });
      expect(verdict(sample, `{"step_by_step_thinking": "…", "answer": ${answer}}`)[0], String(id)).toBe(
        wanted,
      );
    }
  });
});

it('medcalc knows 55 calculators', () => {
  expect(new Set(Object.values(BY_KIND).flat()).size).toBe(55);
});

const publicData = process.env['BEDSIDE_PUBLIC_DATA'] ?? '';
const graded = join(publicData, 'MedCalc-Bench-Verified/graded_answers_sample.jsonl');

const RowSchema = v.object({
  calculator_id: v.string(),
  answer: v.string(),
  ground_truth: v.string(),
  lower: v.string(),
  upper: v.string(),
  result: v.picklist(['Correct', 'Incorrect']),
});

const here = publicData !== '' && existsSync(graded);

describe.skipIf(!here)('medcalc on answers graded by the authors', () => {
  // The body of a skipped suite still runs, to count its tests.
  const rows = (here ? readFileSync(graded, 'utf8') : '')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => v.parse(RowSchema, JSON.parse(line)));

  it.each([
    ['alone', (answer: string) => answer],
    ['in the JSON that was asked for', (answer: string) => JSON.stringify({ answer })],
  ])('gives their verdict on every row, the answer %s', (_, reply) => {
    const differing = rows.filter((row) => {
      const sample = calculation({
        calculator_id: row.calculator_id,
        ground_truth: row.ground_truth,
        lower_limit: row.lower,
        upper_limit: row.upper,
      });
      return verdict(sample, reply(row.answer))[0] !== (row.result === 'Correct' ? 1 : 0);
    });
    expect(rows.length).toBeGreaterThan(100);
    expect(differing).toEqual([]);
  });
});

/**
 * The authors' own graded outputs, whole: `evaluation/outputs/*.jsonl` of ncbi-nlp/MedCalc-Bench, which this repository
 * does not copy, in the folder MedCalc-Bench/outputs of the public data.
 */
const outputs = join(publicData, 'MedCalc-Bench/outputs');
const outputFiles =
  publicData !== '' && existsSync(outputs)
    ? readdirSync(outputs).filter((name) => name.endsWith('.jsonl'))
    : [];

const OutputSchema = v.object({
  'Calculator ID': v.pipe(v.union([v.string(), v.number()]), v.transform(String)),
  'LLM Answer': v.pipe(v.union([v.string(), v.number()]), v.transform(String)),
  'Ground Truth Answer': v.pipe(v.union([v.string(), v.number()]), v.transform(String)),
  Result: v.picklist(['Correct', 'Incorrect']),
});

describe.skipIf(outputFiles.length === 0)('medcalc on the authors’ own outputs', () => {
  it.each(outputFiles)('gives their verdict on every row of %s', (name) => {
    const differing = readFileSync(join(outputs, name), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => v.parse(OutputSchema, JSON.parse(line)))
      // The limits are not in these files: 5 % either way of the truth, as the authors made them.
      .filter((row) => {
        const sample = calculation({
          calculator_id: row['Calculator ID'],
          ground_truth: row['Ground Truth Answer'],
        });
        return verdict(sample, row['LLM Answer'])[0] !== (row.Result === 'Correct' ? 1 : 0);
      });
    expect(differing).toEqual([]);
  });
});
