import type { Choice } from '../packs/pack.ts';
import { jsonCell } from './json-cell.ts';
import { pythonLiteral } from './python-literal.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LABEL = /^\s*\(?([A-Za-z])[).:]\s*/;

/**
 * Choices from whatever a table or JSON row has: a list of texts, a list of {id, text}, an object letter -> text, or
 * one cell with JSON or with the choices divided by line ends, "|" or ";". Null when that is not what it is.
 */
export function choicesOf(value: unknown): Choice[] | null {
  if (typeof value === 'string') return choicesOfCell(value);
  if (Array.isArray(value)) {
    return filled(value.map((item: unknown, index) => choiceOf(item, LETTERS[index] ?? String(index + 1))));
  }
  if (typeof value === 'object' && value !== null) {
    return filled(
      Object.entries(value).flatMap(([id, text]: [string, unknown]) =>
        text === null ? [] : [choiceOf(text, id)],
      ),
    );
  }
  return null;
}

/** Null where one is no choice. A question with fewer choices than the others has empty ones: they are not asked. */
function filled(choices: readonly (Choice | null)[]): Choice[] | null {
  const all = choices.filter((choice) => choice !== null);
  return all.length < choices.length ? null : all.filter(({ text }) => text !== '');
}

function choicesOfCell(cell: string): Choice[] | null {
  const text = cell.trim();
  if (/^(?:[[{(]|array\()/u.test(text)) {
    const listed = jsonCell(text) ?? pythonLiteral(text);
    if (typeof listed === 'object' && listed !== null) return choicesOf(listed);
    // "(A) one | (B) two" begins with a bracket too.
    if (!text.startsWith('(')) return null;
  }
  for (const divider of [/\r\n|\n|\r/, /\|/, /;/]) {
    const parts = text
      .split(divider)
      .map((part) => part.trim())
      .filter((part) => part !== '');
    if (parts.length < 2) continue;
    // "A. yes" keeps its letter as the id only when every part carries its own.
    const labels = parts.map((part) => LABEL.exec(part)?.[1]?.toUpperCase());
    const labelled = labels.every((label, index) => label === LETTERS[index]);
    return parts.map((part, index) => ({
      id: LETTERS[index] ?? String(index + 1),
      text: labelled ? part.replace(LABEL, '') : part,
    }));
  }
  return null;
}

function choiceOf(item: unknown, id: string): Choice | null {
  if (typeof item === 'string') return { id, text: item.trim() };
  if (typeof item === 'number' || typeof item === 'boolean') return { id, text: String(item) };
  if (typeof item !== 'object' || item === null) return null;
  const fields = new Map<string, unknown>(Object.entries(item));
  const pick = (names: readonly string[]): string | null => {
    const found = names
      .map((name) => fields.get(name))
      .find((one) => typeof one === 'string' || typeof one === 'number');
    return found === undefined ? null : String(found);
  };
  const text = pick(['text', 'value', 'content', 'option']);
  return text === null ? null : { id: pick(['id', 'label', 'key', 'letter']) ?? id, text };
}

/** The id of the choice that an answer names by its id, its letter in any dress ("(b)", "B."), or its whole text. */
export function choiceIdOf(answer: string, choices: readonly Choice[]): string | null {
  const bare = (text: string): string => text.trim().toLowerCase();
  const exact = choices.find((choice) => choice.id === answer.trim());
  if (exact !== undefined) return exact.id;
  const byText = choices.filter((choice) => bare(choice.text) === bare(answer));
  if (byText.length === 1) return byText[0]?.id ?? null;
  const letter = /^\(?([A-Za-z])[).:]?$/.exec(answer.trim())?.[1];
  return choices.find((choice) => letter !== undefined && bare(choice.id) === bare(letter))?.id ?? null;
}
