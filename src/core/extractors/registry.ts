import { AppError } from '../errors.ts';
import { answerIs } from './answer-is.ts';
import { boxed } from './boxed.ts';
import { date } from './date.ts';
import type { Extractor } from './extractor.ts';
import { json } from './json.ts';
import { letter } from './letter.ts';
import { list } from './list.ts';
import { numberWithUnit } from './number-with-unit.ts';
import { span } from './span.ts';
import { weeksDays } from './weeks-days.ts';
import { yesNoMaybe } from './yes-no-maybe.ts';

/** Adding an extractor is one file, one line here and its golden replies (<id>.golden.json). */
export const EXTRACTORS: readonly Extractor[] = [
  letter,
  boxed,
  answerIs,
  json,
  yesNoMaybe,
  numberWithUnit,
  date,
  weeksDays,
  list,
  span,
];

export function extractorById(id: string): Extractor {
  const found = EXTRACTORS.find((extractor) => extractor.id === id);
  if (found === undefined) {
    throw new AppError('input/unknown-id', `no extractor is called "${id}"`, {
      id,
      known: EXTRACTORS.map((extractor) => extractor.id),
    });
  }
  return found;
}
