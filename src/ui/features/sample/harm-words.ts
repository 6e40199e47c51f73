import type { Harm } from '../../../core/review/edit.ts';

export const HARM_WORDS: Readonly<Record<Harm, string>> = {
  none: 'None',
  minor: 'Minor',
  major: 'Major',
};
