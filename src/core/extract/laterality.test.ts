import { expect, it } from 'vitest';
import { sidesIn } from './laterality.ts';

it.each([
  ['left knee', ['left']],
  ['Right-sided weakness', ['right']],
  ['both knees', ['bilateral']],
  ['left and right hand', ['left', 'right', 'bilateral']],
  ['come back right away', []],
  ['she left last week', []],
  ['R knee', ['right']],
  ['2 L of oxygen', []],
])('%s', (text, sides) => {
  expect([...sidesIn(text)].sort()).toEqual([...sides].sort());
});
