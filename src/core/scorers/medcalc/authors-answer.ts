import { evaluateArithmetic } from '../../extract/arithmetic.ts';
import type { AnswerKind } from './answer-kind.ts';

/**
 * The answer as MedCalc-Bench's evaluation/run.py (extract_answer) takes it from a reply, with its patterns as they
 * are: a published number can only be reproduced by reading as its authors read. Null is their "N/A" or an error of
 * their program, which both count as wrong.
 */
export function authorsAnswer(reply: string, kind: AnswerKind): string | null {
  // The authors' `[Aa]nswer":\s*(.*?)\}`, written so that it cannot search a long blank twice.
  const extracted = [...reply.matchAll(/[Aa]nswer":\s*(?!\s)([^}\n]*)\}/g)].at(-1)?.[1];
  // The authors' graded files hold the answer alone, after this step: a reply that is nothing but a value is one.
  if (extracted === undefined) return bareValue(reply.trim(), kind);
  if (extracted.length > MAX_CHARS) return null;
  const text = extracted.trim().replace(/^"+|"+$/g, '');
  if (TEMPLATE_ECHOES.has(text) || PYTHON_ERROR.test(text)) return null;
  switch (kind) {
    case 'date':
      return /^(?:0?[1-9]|1[0-2])\/(?:0?[1-9]|[12][0-9]|3[01])\/\d{4}/.exec(text)?.[0] ?? null;
    case 'weeks-days':
      return WEEKS_DAYS.test(text)
        ? text.replaceAll('[', '(').replaceAll(']', ')').replace(/['"]/g, '')
        : null;
    case 'integer':
      return integerText(text);
    case 'decimal':
      return decimalText(text);
  }
}

/** Bounds the search: no answer is that long. */
const MAX_CHARS = 20_000;
const MAX_BARE_CHARS = 60;

function bareValue(text: string, kind: AnswerKind): string | null {
  return text.length <= MAX_BARE_CHARS && BARE[kind].test(text) ? text : null;
}

/** Weeks and days in the notation of the truth, "('4 weeks', '3 days')", or near it (evaluate.py). */
export const WEEKS_DAYS = /\(?["']?(\d+)\s*(weeks?)?["']?,?\s*["']?(\d+)\s*(days?)?["']?\s*\)?/;

const NUMBER = /^-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const BARE: Readonly<Record<AnswerKind, RegExp>> = {
  date: /^\d{1,2}\/\d{1,2}\/\d{4}$/,
  'weeks-days': new RegExp(`^${WEEKS_DAYS.source}$`),
  integer: NUMBER,
  decimal: NUMBER,
};

/** A copy of the prompt's own template is no answer. */
const TEMPLATE_ECHOES: ReadonlySet<string> = new Set([
  'str(short_and_direct_answer_of_the_question)',
  'str(value which is the answer to the question)',
  'X.XX',
  'Not Found',
  'N/A',
  '<the result alone>',
]);
/** Graded files carry Python's message where the authors' program failed; the "line 1" in it is not an answer. */
const PYTHON_ERROR = /\(<string>, line \d+\)$/;

function lastNumber(text: string): string | null {
  return text.match(/-?\d+(?:\.\d+)?/g)?.at(-1) ?? null;
}

function integerText(text: string): string | null {
  const outOf = /(\d+) out of/.exec(text)?.[1];
  if (outOf !== undefined) return outOf;
  // "3, 4, 5" names the criteria that are met.
  const list = /-?\d+(?:, ?-?\d+)+/.exec(text)?.[0];
  return list === undefined ? lastNumber(text) : String(list.split(',').length);
}

function decimalText(text: string): string | null {
  const expression = /str\(([^\n]*)\)/.exec(text)?.[1];
  if (expression !== undefined) return valueText(evaluateArithmetic(authorsExpression(expression)));
  const filtration = /(-?\d+(?:\.\d+)?)\s*mL\/min\/1.73/.exec(text)?.[1];
  if (filtration !== undefined) return filtration;
  const percent = [...text.matchAll(/(-?\d+(?:\.\d+)?)%/g)].at(-1)?.[1];
  if (percent === undefined) return lastNumber(text);
  const value = evaluateArithmetic(percent);
  return valueText(value === null ? null : value / 100);
}

function valueText(value: number | null): string | null {
  return value === null ? null : String(value);
}

/** The authors' repairs of an expression before they evaluate it, in their order. */
function authorsExpression(expression: string): string {
  const repairs: readonly (readonly [string, string])[] = [
    ['^', '**'],
    ['is odd', '% 2 == 1'],
    ['is even', '% 2 == 0'],
    ['sqrt', 'math.sqrt'],
    ['.math', ''],
    ['weight', ''],
    ['height', ''],
    ['mg/dl', ''],
    ['g/dl', ''],
    ['mmol/L', ''],
    ['kg', ''],
    ['g', ''],
    ['mEq/L', ''],
  ];
  const repaired = repairs.reduce((text, [from, to]) => text.replaceAll(from, to), expression);
  const code = repaired.split('#')[0] ?? '';
  const missing = code.split('(').length - code.split(')').length;
  return missing > 0 ? code + ')'.repeat(missing) : '('.repeat(-missing) + code;
}
