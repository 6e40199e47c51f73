import { BODY_AND_HEART } from './body-and-heart.ts';
import { DOSES } from './doses.ts';
import { KIDNEY } from './kidney.ts';
import { LABORATORY } from './laboratory.ts';
import { SCORES } from './scores.ts';
import type { Calculation } from './stated.ts';

export const calculations: readonly Calculation[] = [
  ...BODY_AND_HEART,
  ...KIDNEY,
  ...LABORATORY,
  ...SCORES,
  ...DOSES,
];
