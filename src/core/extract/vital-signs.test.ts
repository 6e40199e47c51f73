import { expect, it } from 'vitest';
import { vitalsIn } from './vital-signs.ts';

it.each([
  [
    'BP 128/76, HR 72, RR 16, Temp 98.6 F, SpO2 97%',
    [
      'blood pressure 128/76',
      'heart rate 72',
      'respiratory rate 16',
      'temperature 98.6F',
      'oxygen saturation 97',
    ],
  ],
  ['blood pressure is 128 over 76', ['blood pressure 128/76']],
  ['temperature of 37.2', ['temperature 37.2C']],
  ['repeat 148/92 in the right arm', ['blood pressure 148/92']],
  ['pain 8/10, vision 20/20, dated 10/12', []],
  ['160/90 mcg', []],
  ['Wt: 84 kg, BMI 31.7', ['weight 84', 'body mass index 31.7']],
  ['lost weight, about 2 weeks', []],
  ['pulse regular, 72', ['heart rate 72']],
])('%s', (text, expected) => {
  const read = vitalsIn(text).map(
    ({ kind, quantity: { value, second, unit } }) =>
      `${kind} ${value}${second === null ? '' : `/${second}`}${unit?.dimension === 'temperature' ? unit.id : ''}`,
  );
  expect(read.sort()).toEqual([...expected].sort());
});
