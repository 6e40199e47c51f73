import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AppError } from '../errors.ts';
import type { Calculator } from './calculator.ts';
import type { CalculatorInput } from './inputs.ts';
import { CALCULATORS, calculatorById } from './registry.ts';
import { resultText } from './result-text.ts';

/** Values at either end of an input and one that it must refuse. */
function edges(input: CalculatorInput): { ends: readonly unknown[]; beyond: readonly unknown[] } {
  switch (input.kind) {
    case 'quantity':
      return {
        ends: [input.low, input.high],
        beyond: [input.low - 0.01, input.high + 0.01, NaN, Infinity, '5', undefined],
      };
    case 'one-of':
      return { ends: input.options, beyond: ['', 'other', 1] };
    case 'flag':
      return { ends: [true, false], beyond: ['yes', 1, undefined] };
    case 'date':
      return { ends: [], beyond: ['2023-02-29', '29/02/2024', '', 20240229] };
  }
}

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (thrown) {
    return thrown instanceof AppError ? thrown.code : String(thrown);
  }
  return 'no error';
}

const VERIFIED = 'MedCalc-Bench Verified works it out';
const BY_HAND = 'by hand: criteria just met';

/** Further values from elsewhere, and the edges of scores. */
const ELSEWHERE: readonly (readonly [string, Readonly<Record<string, unknown>>, number, string])[] = [
  ['ckd-epi-2021', { age: 81, sex: 'male', creatinine: 1.7 }, 39.99991, VERIFIED],
  ['bsa-mosteller', { height: 180, weight: 85 }, 2.06155, VERIFIED],
  ['homa-ir', { insulin: 14.5, glucose: 298 / 18 }, 10.66914, VERIFIED],
  ['mean-arterial-pressure', { systolic: 110, diastolic: 58 }, 75.33333, VERIFIED],
  ['cockcroft-gault', { age: 53, sex: 'male', weight: 77.0788, creatinine: 1.39 }, 67.00495, VERIFIED],
  ['adjusted-body-weight', { sex: 'male', height: 175, weight: 87 }, 77.079, VERIFIED],
  ['morphine-equivalents', { opioid: 'oxymorphone', dose: 10, dosesPerDay: 1 }, 30, VERIFIED],
  ['morphine-equivalents', { opioid: 'morphine', dose: 50, dosesPerDay: 1 }, 50, VERIFIED],
  [
    'albumin-corrected-anion-gap',
    { sodium: 143, chloride: 120, bicarbonate: 12.5, albumin: 2.1 },
    15.25,
    VERIFIED,
  ],
  [
    'albumin-corrected-anion-gap',
    { sodium: 142.8, chloride: 125.5, bicarbonate: 7.5, albumin: 4.2 },
    9.3,
    VERIFIED,
  ],
  ['anion-gap', { sodium: 142, chloride: 123, bicarbonate: 14 }, 5, VERIFIED],
  [
    'meld-na',
    { creatinine: 1, bilirubin: 1.5, inr: 1.5, sodium: 135, dialysis: false },
    15,
    'scoutmytool.com',
  ],
  ['winters', { bicarbonate: 14 }, 29, 'a lecture on coconote.app'],
  ['friedewald-ldl', { totalCholesterol: 200, hdl: 50, triglycerides: 150 }, 120, 'bit1024.com'],
  ['friedewald-ldl', { totalCholesterol: 250, hdl: 40, triglycerides: 210 }, 168, 'examzify.com'],
  ['steroid-conversion', { from: 'prednisone', dose: 40, to: 'dexamethasone' }, 6, 'droracle.ai'],
  ['steroid-conversion', { from: 'prednisone', dose: 60, to: 'methylprednisolone' }, 48, 'droracle.ai'],
  ['corrected-sodium', { sodium: 136, glucose: 253 }, 138.4, 'droracle.ai'],
  ['free-water-deficit', { weight: 70, waterFraction: 0.5, sodium: 154 }, 3.5, 'nephrology.edublogs.org'],
  ['maintenance-fluids', { weight: 15 }, 1250, 'freesmartcalculator.com'],
  ['maintenance-fluids', { weight: 30 }, 1700, 'freesmartcalculator.com'],
  [
    'curb-65',
    { age: 65, confusion: true, urea: 7.1, respiratoryRate: 30, systolic: 89, diastolic: 61 },
    5,
    BY_HAND,
  ],
  [
    'curb-65',
    { age: 64, confusion: false, urea: 7, respiratoryRate: 29, systolic: 90, diastolic: 61 },
    0,
    'by hand: no criterion met, by as little as can be',
  ],
  [
    'child-pugh',
    { bilirubin: 2, albumin: 2.8, inr: 1.7, ascites: 'slight', encephalopathy: 'grade 1-2' },
    10,
    BY_HAND,
  ],
  [
    'child-pugh',
    { bilirubin: 3.1, albumin: 2.7, inr: 2.4, ascites: 'moderate', encephalopathy: 'grade 3-4' },
    15,
    BY_HAND,
  ],
  [
    'child-pugh',
    { bilirubin: 1.9, albumin: 3.6, inr: 1.6, ascites: 'none', encephalopathy: 'none' },
    5,
    BY_HAND,
  ],
  ['mcisaac', { age: 14, temperature: 38.1, cough: false, tenderNodes: true, tonsils: true }, 5, BY_HAND],
  ['mcisaac', { age: 45, temperature: 38, cough: true, tenderNodes: false, tonsils: false }, -1, BY_HAND],
  [
    'wells-pe',
    {
      dvtSigns: true,
      mostLikely: true,
      heartRate: 101,
      immobilised: true,
      earlier: true,
      haemoptysis: true,
      cancer: true,
    },
    12.5,
    BY_HAND,
  ],
  ['glasgow-coma', { eyes: 'to pain', verbal: 'sounds', motor: 'localises' }, 9, BY_HAND],
  [
    'cha2ds2-vasc',
    {
      age: 75,
      sex: 'female',
      heartFailure: true,
      hypertension: true,
      diabetes: true,
      stroke: true,
      vascularDisease: true,
    },
    9,
    'the maximum that the cited paper gives',
  ],
  [
    'has-bled',
    {
      age: 66,
      hypertension: true,
      kidney: true,
      liver: true,
      stroke: true,
      bleeding: true,
      labileInr: true,
      drugs: true,
      alcohol: true,
    },
    9,
    'the maximum that the cited paper gives',
  ],
];

const each = CALCULATORS.map((calculator) => [calculator.id, calculator] as const);

describe('calculators', () => {
  it('are at least 24, each id once and found by it', () => {
    expect(CALCULATORS.length).toBeGreaterThanOrEqual(24);
    expect(new Set(CALCULATORS.map(({ id }) => id)).size).toBe(CALCULATORS.length);
    for (const calculator of CALCULATORS) expect(calculatorById(calculator.id)).toBe(calculator);
    expect(codeOf(() => calculatorById('none'))).toBe('input/unknown-id');
  });

  it.each(each)('%s reproduces its worked example', (_, { worked, compute }) => {
    expect(compute(worked.values).toFixed(worked.decimals)).toBe(worked.result.toFixed(worked.decimals));
  });

  it.each(ELSEWHERE)('%s gives %j as %s', (id, values, result, from) => {
    const [, fraction = ''] = String(result).split('.');
    expect([from, calculatorById(id).compute(values).toFixed(fraction.length)]).toEqual([
      from,
      String(result),
    ]);
  });

  it.each(each)('%s says what it does, after whom and where it does not hold', (_, calculator) => {
    const { title, formula, source, limits, worked, inputs } = calculator;
    for (const text of [title, formula, source, limits, worked.from]) expect(text.length).toBeGreaterThan(5);
    expect(source).toMatch(/\b(19|20)\d\d\b/);
    expect(Object.keys(worked.values).sort()).toEqual(Object.keys(inputs).sort());
    for (const input of Object.values(inputs)) expect(input.title).not.toBe('');
  });

  it.each(each)('%s is finite within its ranges and refuses what lies outside', (_, calculator) => {
    const { inputs, worked, compute, output } = calculator;
    for (const [name, input] of Object.entries(inputs)) {
      const { ends, beyond } = edges(input);
      for (const value of ends) {
        const result = within(calculator, { ...worked.values, [name]: value });
        // Values that are only wrong together are refused by name.
        if (typeof result === 'number') {
          expect(Number.isFinite(result)).toBe(true);
          expect(resultText(output, result)).not.toMatch(/NaN|Infinity/);
        } else expect(result).toBe('input/schema');
      }
      for (const value of beyond) {
        expect([name, value, codeOf(() => compute({ ...worked.values, [name]: value }))]).toEqual([
          name,
          value,
          'input/schema',
        ]);
      }
    }
    expect(codeOf(() => compute({ ...worked.values, surplus: 1 }))).toBe('input/schema');
    expect(codeOf(() => compute({}))).toBe('input/schema');
  });

  it('stand in docs/calculators.md as they are', () => {
    const page = readFileSync(new URL('../../../docs/calculators.md', import.meta.url), 'utf8');
    const cells = page.split('|').map((cell) => cell.trim().replaceAll(String.raw`\*`, '*'));
    for (const { title, formula, source, limits, worked } of CALCULATORS)
      for (const text of [title, formula, source, limits, worked.from]) expect(cells).toContain(text);
  });

  it('write results as MedCalc-Bench writes its truths', () => {
    const text = (id: string): string => {
      const { output, compute, worked } = calculatorById(id);
      return resultText(output, compute(worked.values));
    };
    expect(text('due-date')).toBe('11/30/2000');
    expect(text('gestational-age')).toBe("('34 weeks', '3 days')");
    expect(text('bmi')).toBe('23.1');
    expect(text('curb-65')).toBe('4');
  });
});

function within({ compute }: Calculator, values: Readonly<Record<string, unknown>>): number | string {
  try {
    return compute(values);
  } catch (thrown) {
    return thrown instanceof AppError ? thrown.code : String(thrown);
  }
}
