import type { Choice } from '../packs/pack.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

export interface QuestionWithChoices {
  readonly question: string;
  readonly choices: readonly Choice[];
}

/**
 * A question that carries its choices: "… Answer Choices: (A) one (B) two". The letters must follow each other from A;
 * a "(C)" inside the text of an earlier choice is taken for the next one, as a reader would.
 */
export function inTextChoices(text: string): QuestionWithChoices | null {
  const marker = [
    ...text.matchAll(/(?:(?:^|\n)[^\S\n]*(?:Options|Choices)|(?:^|\s)Answer Choices)\s*:\s*(?=\(A\))/gi),
  ].at(-1);
  if (marker === undefined) return null;
  const list = text.slice(marker.index + marker[0].length);
  const choices: Choice[] = [];
  let rest = list;
  for (const [index, id] of [...LETTERS].entries()) {
    if (!rest.startsWith(`(${id})`)) return null;
    rest = rest.slice(3);
    const next = new RegExp(`\\s\\(${LETTERS[index + 1] ?? ''}\\)`).exec(rest);
    const end = next === null ? rest.length : next.index;
    choices.push({ id, text: rest.slice(0, end).trim() });
    if (next === null) break;
    rest = rest.slice(next.index).trimStart();
  }
  if (choices.length < 2) return null;
  return { question: text.slice(0, marker.index).trim(), choices };
}
