import type { PromptTemplate } from '../contracts.ts';
import { sha256Hex } from '../digest.ts';
import { AppError } from '../errors.ts';
import { mcqLetter } from './mcq-letter.ts';
import { medcalc } from './medcalc.ts';
import { medcalcDirect } from './medcalc-direct.ts';
import { medec } from './medec.ts';
import { plain } from './plain.ts';
import { sectionSummary } from './section-summary.ts';
import { soapNote } from './soap-note.ts';
import { soapNoteDetailed } from './soap-note-detailed.ts';
import { yesNoMaybe } from './yes-no-maybe.ts';

/** Adding a prompt is one file and one line here. */
export const PROMPTS: readonly PromptTemplate[] = [
  soapNote,
  soapNoteDetailed,
  sectionSummary,
  mcqLetter,
  yesNoMaybe,
  medcalc,
  medcalcDirect,
  medec,
  plain,
];

export function promptById(id: string): PromptTemplate {
  const found = PROMPTS.find((prompt) => prompt.id === id);
  if (found === undefined) {
    throw new AppError('input/unknown-id', `no prompt is called "${id}"`, {
      id,
      known: PROMPTS.map((prompt) => prompt.id),
    });
  }
  return found;
}

/** Identity of a prompt's wording, part of every run. */
export function promptSha256(prompt: PromptTemplate): string {
  return sha256Hex(`${prompt.id}\n${prompt.version}\n${prompt.template}`);
}
