import type { UnscoredReason } from '../../contracts.ts';
import { evaluateArithmetic } from '../../extract/arithmetic.ts';
import { datesIn } from '../../extract/calendar-date.ts';
import { answerAfterThinking } from '../../extract/strip-thinking.ts';
import type { AnswerKind } from './answer-kind.ts';

export type AnswerReading =
  /** Several values are one answer read in two units: "53 %" is 53 and 0.53. */
  | { readonly kind: 'read'; readonly values: readonly string[] }
  | { readonly kind: 'unscored'; readonly reason: UnscoredReason };

/** The most that is taken as the answer itself where nothing announces it. */
const SHORT_REPLY_CHARS = 200;
/** A result is not longer than this; a longer text is looked at no further. */
const MAX_STATED_CHARS = 500;

/** What a reply gives as its result, in any of the ways people and models state one; never guessed among several. */
export function readAnswer(reply: string, kind: AnswerKind): AnswerReading {
  if (reply.trim() === '') return { kind: 'unscored', reason: 'empty-output' };
  const part = answerAfterThinking(reply);
  const stated = part.kind === 'answer' ? statedAnswer(part.text) : null;
  if (stated === null) return { kind: 'unscored', reason: 'extraction-failed' };
  switch (kind) {
    case 'date':
      return one(datesIn(stated).map(({ year, month, day }) => `${month}/${day}/${year}`));
    case 'weeks-days':
      return one(weeksDaysIn(stated));
    case 'integer':
    case 'decimal':
      return numberIn(stated, kind);
  }
}

function one(values: readonly string[]): AnswerReading {
  const [value, ...others] = values;
  if (value === undefined) return { kind: 'unscored', reason: 'extraction-failed' };
  return others.length > 0
    ? { kind: 'unscored', reason: 'ambiguous-answer' }
    : { kind: 'read', values: [value] };
}

/** A JSON field, a box, a last sentence that announces the result, or a reply that is little more than the result. */
export function statedAnswer(text: string): string | null {
  const value = '"(?:[^"\\\\\\n]|\\\\.)*"|\\[[^\\]\\n]*\\]|\\([^)\\n]*\\)|[^,}\\n]+';
  const field = [...text.matchAll(new RegExp(`["'](?:final_?)?answer["']\\s*:\\s*(${value})`, 'gi'))].at(
    -1,
  )?.[1];
  const box = [...text.matchAll(/\\boxed\{([^{}\n]*(?:\{[^{}\n]*\}[^{}\n]*)*)\}/g)].at(-1)?.[1];
  const announced = [
    ...text.matchAll(
      /\b(?:answer|result|final (?:score|value))[*_]{0,3}(?:\s{1,3}(?:is|was|equals|comes to))?[*_]{0,3}\s{0,3}[:=≈]?[*_]{0,3}\s{0,3}([^\n]{1,200})/gi,
    ),
  ].at(-1)?.[1];
  const short = text.trim().length <= SHORT_REPLY_CHARS ? text.trim() : undefined;
  return (field ?? box ?? announced ?? short)?.slice(0, MAX_STATED_CHARS) ?? null;
}

function weeksDaysIn(text: string): string[] {
  const bare = text.replace(/[[\]()'"]/g, ' ');
  const words = [...bare.matchAll(/(\d+)\s*(?:weeks?|wks?|w)\b[^\d\n]{0,12}(\d+)\s*(?:days?|d)\b/gi)];
  const pairs = words.length > 0 ? words : [...bare.matchAll(/^\s*(\d+)\s*,\s*(\d+)\s*$/g)];
  const whole = pairs.length > 0 ? [] : [...bare.matchAll(/(\d+)\s*(?:weeks?|wks?)\b/gi)];
  return [
    ...new Set([...pairs, ...whole].map(([, weeks, days]) => `(${Number(weeks)}, ${Number(days ?? 0)})`)),
  ];
}

/** Digits that belong to a unit or a name and are no result. */
const NOT_RESULTS = [
  /(?:\/\s*)?(?:\(\s*)?1\.73\s*m(?:²|\^?\{?2\}?)?\s*\)?/gi,
  /\b(?:m|cm|kg|mL|L|mm)(?:\^\{?-?\d+\}?|\d)(?!\d)/g,
  /(?<![\d.\p{L}])\p{L}+-?\d+\p{L}*(?:-\p{L}+)*/gu,
];

function numberIn(text: string, kind: 'integer' | 'decimal'): AnswerReading {
  const plain = text
    .replace(/[−–—](?=\s*[\d.])/g, '-')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .replace(/\s*[×x*]\s*10\s*(?:\^|\*\*)\s*[{(]?([-+]?\d+)[)}]?/gi, 'e$1')
    .replace(/^[\s*_"'`$]+|[\s*_"'`$.]+$/g, '');
  const cleaned = NOT_RESULTS.reduce((rest, pattern) => rest.replace(pattern, ' '), plain);
  const outOf = /(-?\d+(?:\.\d+)?)\s*(?:out of|\/)\s*\d+(?!\s*\/|\d|\.)/i.exec(cleaned)?.[1];
  if (kind === 'integer' && outOf !== undefined) return { kind: 'read', values: [outOf] };
  const computed = evaluateArithmetic(plain);
  if (computed !== null) return { kind: 'read', values: [String(computed)] };
  // "a + b = c": what stands behind the last sign is the result; what stands in brackets explains it.
  const result = cleaned.split(/[=≈]/).at(-1) ?? cleaned;
  const found = numbersOf(result);
  const outside = found.length > 1 ? numbersOf(result.replace(/\([^()]*\)/g, ' ')) : found;
  const numbers = outside.length === 1 ? outside : found;
  const reading = one([...new Set(numbers.map(({ value }) => value))]);
  if (reading.kind === 'unscored' || !numbers.some(({ percent }) => percent)) return reading;
  return { kind: 'read', values: reading.values.flatMap((value) => [value, String(Number(value) / 100)]) };
}

function numbersOf(text: string): { value: string; percent: boolean }[] {
  return [...text.matchAll(/(?<![\p{L}\d.])-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?(\s*%)?/giu)].map(
    ([whole, percent]) => ({
      value: String(Number(whole.replace(/\s*%$/, ''))),
      percent: percent !== undefined,
    }),
  );
}
