import { describe, expect, it } from 'vitest';
import { compareFrequency, frequencyIn } from './frequency.ts';

function compare(expected: string, stated: string) {
  const [a, b] = [frequencyIn(expected), frequencyIn(stated)];
  if (a === null || b === null) throw new Error('no frequency');
  return compareFrequency(a, b);
}

describe('how often', () => {
  it.each([
    ['twice daily', 'BID'],
    ['twice daily', 'b.i.d.'],
    ['twice daily', 'two times a day'],
    ['twice daily', 'every 12 hours'],
    ['three times daily', 'TID'],
    ['three times daily', 'q8h'],
    ['four times daily', 'QID'],
    ['four times daily', 'every 6 hours'],
    ['once daily', 'QD'],
    ['once daily', 'each day'],
    ['once daily', 'every morning'],
    ['at bedtime', 'qhs'],
    ['at bedtime', 'nightly'],
    ['every 6 hours as needed', 'q6h PRN'],
    ['every 6 hours as needed', 'every six hours if needed'],
    ['weekly', 'once a week'],
    ['every other day', 'QOD'],
    ['5 days a week', 'five days per week'],
  ])('%s is %s', (expected, stated) => {
    expect(compare(expected, stated)).toBe('same');
  });

  it.each([
    ['twice daily', 'once daily'],
    ['twice daily', 'TID'],
    ['once daily', 'weekly'],
    ['every morning', 'at bedtime'],
    ['once daily', 'once daily as needed'],
    ['as needed', 'twice daily'],
  ])('%s is not %s', (expected, stated) => {
    expect(compare(expected, stated)).toBe('different');
  });

  it('a lost "as needed" is incomplete, not different', () => {
    expect(compare('every 6 hours as needed', 'every 6 hours')).toBe('incomplete');
  });

  it('finds none where none is said', () => {
    expect(frequencyIn(' 500 mg by mouth for 10 days')).toBeNull();
  });
});
