import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { calculations } from '../../../packs-src/calc-demo/index.ts';
import { evaluateArithmetic } from '../extract/arithmetic.ts';
import { calendarDate, datesIn } from '../extract/calendar-date.ts';
import { PackSchema, type Sample } from '../packs/pack.ts';
import { computeSeal } from '../packs/seal.ts';
import { medcalc } from '../scorers/medcalc/scorer.ts';
import { calculatorById } from './registry.ts';

const pack = v.parse(
  PackSchema,
  JSON.parse(readFileSync(new URL('../../../public/packs/calc-demo.json', import.meta.url), 'utf8')),
);
const each = pack.samples.map((sample) => [sample.id, sample] as const);

function verdict(sample: Sample, answer: string): unknown {
  const { accuracy, flexible } = medcalc.score(sample, { text: JSON.stringify({ answer }) }).scores;
  return [accuracy, flexible].map((score) => (score?.state === 'scored' ? score.value : score?.reason));
}

/** A fifth more, or for what is compared exactly, as much more as changes it. */
function wrong(sample: Sample): string {
  const truth = sample.answer ?? '';
  switch (sample.meta?.['output_type']) {
    case 'date': {
      const [date] = datesIn(truth);
      if (date === undefined) throw new Error(`${sample.id}: no date`);
      const next = calendarDate(date.year, date.month, date.day + 1) ?? { ...date, day: 1 };
      return `${next.month}/${next.day}/${next.year}`;
    }
    case 'weeks-days':
      return truth.replace(/\d+/, (weeks) => String(Number(weeks) + 1));
    case 'integer':
      return String(Math.max(Number(truth) + 1, Math.round(Number(truth) * 1.2)));
    default:
      return String(Number(truth) * 1.2);
  }
}

describe('the pack of calculations', () => {
  it('has three notes for each of at least twenty calculators and its own seal', () => {
    expect(calculations.length).toBeGreaterThanOrEqual(20);
    expect(pack.samples).toHaveLength(3 * calculations.length);
    expect(new Set(pack.samples.map(({ cluster }) => cluster)).size).toBe(pack.samples.length);
    expect(computeSeal(pack)).toBe(pack.seal);
    // Numbers there are calculators of MedCalc-Bench.
    for (const { meta } of pack.samples) expect(meta).not.toHaveProperty('calculator_id');
  });

  it.each(each)('%s: the right answer is right, a fifth more is wrong', (_, sample) => {
    expect(verdict(sample, sample.answer ?? '')).toEqual([1, 1]);
    expect(verdict(sample, wrong(sample))).toEqual([0, 0]);
  });

  it.each(calculations.map((one) => [one.calculator, one] as const))(
    '%s: the notes hold every value, and their questions do not',
    (id, { notes, question }) => {
      const { inputs } = calculatorById(id);
      for (const note of notes) {
        expect(Object.keys(note.inputs).sort()).toEqual(Object.keys(inputs).sort());
        for (const { quote, value, converted, inWords } of Object.values(note.inputs)) {
          expect(note.text).toContain(quote);
          expect(question).not.toContain(quote);
          if (typeof value === 'number' && converted !== true && inWords !== true) {
            expect(quote.split(/[^\d.]+/).map(evaluateArithmetic)).toContain(value);
          }
          if (inWords !== true && typeof value === 'string') {
            expect(datesIn(quote).map(({ year, month, day }) => [year, month, day])).toEqual([
              value.split('-').map(Number),
            ]);
          }
        }
      }
    },
  );

  it('asks every calculator with units for a value in another unit, and every calculator for one in words', () => {
    const withUnits = calculations.filter(({ notes }) =>
      notes.some(({ inputs }) => Object.values(inputs).some(({ converted }) => converted === true)),
    );
    expect(withUnits.length).toBeGreaterThanOrEqual(18);
    for (const { calculator, notes } of calculations) {
      const said = notes.filter(({ inputs }) =>
        Object.values(inputs).some(({ inWords }) => inWords === true),
      );
      expect([calculator, said.length > 0]).toEqual([calculator, true]);
    }
  });
});
