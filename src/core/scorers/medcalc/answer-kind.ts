import type { Sample } from '../../packs/pack.ts';

/** How an answer is compared with the truth. */
export type AnswerKind = 'date' | 'weeks-days' | 'integer' | 'decimal';

/** MedCalc-Bench, evaluation/evaluate.py: which calculator gives what. Its id decides, not the Output Type column. */
const DATES: ReadonlySet<number> = new Set([13, 68]);
const WEEKS_DAYS: ReadonlySet<number> = new Set([69]);
const INTEGERS: ReadonlySet<number> = new Set([
  4, 15, 16, 17, 18, 20, 21, 25, 27, 28, 29, 32, 33, 36, 43, 45, 48, 51,
]);
const DECIMALS: ReadonlySet<number> = new Set([
  2, 3, 5, 6, 7, 8, 9, 10, 11, 19, 22, 23, 24, 26, 30, 31, 38, 39, 40, 44, 46, 49, 56, 57, 58, 59, 60, 61, 62,
  63, 64, 65, 66, 67,
]);

export interface Truth {
  readonly kind: AnswerKind;
  readonly text: string;
  readonly lower: string | null;
  readonly upper: string | null;
}

/** Null when the sample has no right answer. */
export function truthOf(sample: Sample): Truth | null {
  const meta = (field: string): string | null => {
    const value = sample.meta?.[field];
    return value === undefined || String(value).trim() === '' ? null : String(value).trim();
  };
  const text = meta('ground_truth') ?? sample.answer?.trim() ?? '';
  if (text === '') return null;
  const id = Number(meta('calculator_id') ?? NaN);
  const kind = kindOfCalculator(id) ?? kindOfType(meta('output_type'), text);
  return { kind, text, lower: meta('lower_limit'), upper: meta('upper_limit') };
}

function kindOfCalculator(id: number): AnswerKind | null {
  if (DATES.has(id)) return 'date';
  if (WEEKS_DAYS.has(id)) return 'weeks-days';
  if (INTEGERS.has(id)) return 'integer';
  return DECIMALS.has(id) ? 'decimal' : null;
}

/** For calculators that the authors' list does not have. */
function kindOfType(type: string | null, truth: string): AnswerKind {
  if (/week/i.test(truth)) return 'weeks-days';
  if (type === 'date' || /^\d{1,2}\/\d{1,2}\/\d{4}$/.test(truth)) return 'date';
  return type === 'integer' ? 'integer' : 'decimal';
}
