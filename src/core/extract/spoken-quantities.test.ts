import { describe, expect, it } from 'vitest';
import { spokenQuantitiesIn } from './spoken-quantities.ts';

function numbers(text: string): string[] {
  return spokenQuantitiesIn(text).map(
    ({ value, second, unit }) =>
      `${value}${second === null ? '' : `/${second}`}${unit === null ? '' : ` ${unit.id}`}`,
  );
}

describe('numbers as people say them', () => {
  it.each([
    ['a hundred and twenty over eighty', '120/80'],
    ['one thirty over eighty five', '130/85'],
    ['one oh five over seventy', '105/70'],
    ['128 over 76', '128/76'],
    ['ninety eight point six', '98.6'],
    ['98 point 6', '98.6'],
    ['half a gram', '0.5 g'],
    ['two pills', '2 tablets'],
    ['a couple of weeks', '2 weeks'],
    ['for a week', '1 weeks'],
    ['two and a half years', '2.5 years'],
    ['the third attack', '3'],
    ['3 25 milligrams', '325 mg'],
    ['one seventy over', '170'],
  ])('%s holds %s', (text, expected) => {
    expect(numbers(text)).toContain(expected);
  });

  it('gives one reading of a number that holds a shorter one', () => {
    expect(numbers('one thirty over eighty five')).toEqual(['130/85']);
  });
});
