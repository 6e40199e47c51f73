import { AppError } from '../errors.ts';
import { abbreviations } from './abbreviations.ts';
import { COGNITIVE_BIASES } from './cognitive-bias.ts';
import { FRAMINGS } from './framing.ts';
import { irrelevantSentence } from './irrelevant-sentence.ts';
import { optionOrder } from './option-order.ts';
import { PARTIAL_CASES } from './partial-case.ts';
import type { Transform } from './transform.ts';
import { typos } from './typos.ts';

/** Adding a transform is one file and one line here. */
export const TRANSFORMS: readonly Transform[] = [
  ...COGNITIVE_BIASES,
  ...FRAMINGS,
  typos,
  abbreviations,
  irrelevantSentence,
  ...PARTIAL_CASES,
  optionOrder,
];

export function transformById(id: string): Transform {
  const found = TRANSFORMS.find((transform) => transform.id === id);
  if (found === undefined) {
    throw new AppError('input/unknown-id', `no transform is called "${id}"`, {
      id,
      known: TRANSFORMS.map((transform) => transform.id),
    });
  }
  return found;
}
