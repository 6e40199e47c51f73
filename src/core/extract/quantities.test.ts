import { describe, expect, it } from 'vitest';
import { equalQuantities, quantitiesIn, quantityOf } from './quantities.ts';

function only(text: string) {
  const [first, ...others] = quantitiesIn(text);
  if (first === undefined || others.length > 0) throw new Error(`${text}: ${others.length + 1} quantities`);
  return first;
}

describe('quantities', () => {
  it.each([
    ['98.6 F', '37 C'],
    ['98.6°F', '37.0 degrees Celsius'],
    ['0.5 g', '500 mg'],
    ['500mg', '500 milligrams'],
    ['75 mcg', '0.075 mg'],
    ['75 µg', '75 micrograms'],
    ['1,000 mg', '1 gram'],
    ['two puffs', '2 inhalations'],
    ['128/76', '128 over 76 mmHg'],
    ['6/10', '6 out of 10'],
    ['2 weeks', '14 days'],
    ['two weeks', '2-week'],
    ['half an hour', '30 minutes'],
    ['16 kg', '35 lb'],
    ['2-3 days', 'two to three days'],
    ['97 %', '97 percent'],
    ['twenty five', '25'],
  ])('%s is %s', (a, b) => {
    expect(equalQuantities(only(a), only(b))).toBe(true);
  });

  it.each([
    ['5 mg', '50 mg'],
    ['5 mg', '5 mcg'],
    ['98.6 F', '98.6 C'],
    ['98.6 F', '38 C'],
    ['128/76', '128/67'],
    ['2 weeks', '2 months'],
    ['6/10', '6'],
    ['16 kg', '16 lb'],
  ])('%s is not %s', (a, b) => {
    expect(equalQuantities(only(a), only(b))).toBe(false);
  });

  it('reads a value with the unit of the fact', () => {
    expect(quantityOf('16', 'kg')?.unit?.id).toBe('kg');
    expect(quantityOf('2 days')?.unit?.id).toBe('days');
    expect(quantityOf('positive')).toBeUndefined();
  });
});
