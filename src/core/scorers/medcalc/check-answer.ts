import { evaluateArithmetic, roundHalfEven } from '../../extract/arithmetic.ts';
import { calendarDate } from '../../extract/calendar-date.ts';
import type { Truth } from './answer-kind.ts';
import { WEEKS_DAYS } from './authors-answer.ts';

/** What the authors allow where a row has no limits of its own: 5 % either way. */
const TOLERANCE = 0.05;

/** MedCalc-Bench, evaluation/evaluate.py (check_correctness): whether an extracted answer is right. */
export function isRightAnswer(answer: string, truth: Truth): boolean {
  switch (truth.kind) {
    case 'date': {
      const given = dateKey(answer);
      return given !== null && given === dateKey(truth.text);
    }
    case 'weeks-days': {
      const given = weeksDays(answer);
      return given !== null && given === weeksDays(truth.text);
    }
    case 'integer': {
      const given = evaluateArithmetic(answer);
      return given !== null && roundHalfEven(given) === evaluateArithmetic(truth.text);
    }
    case 'decimal': {
      const given = evaluateArithmetic(answer);
      const limits = decimalLimits(truth);
      return given !== null && limits !== null && given >= limits.low && given <= limits.high;
    }
  }
}

/** Limits as stored; of a negative truth either may be the lower one. */
function decimalLimits(truth: Truth): { low: number; high: number } | null {
  const value = evaluateArithmetic(truth.text);
  const limit = (text: string | null, factor: number): number | null =>
    (text === null ? null : evaluateArithmetic(text)) ?? (value === null ? null : value * factor);
  const lower = limit(truth.lower, 1 - TOLERANCE);
  const upper = limit(truth.upper, 1 + TOLERANCE);
  return lower === null || upper === null
    ? null
    : { low: Math.min(lower, upper), high: Math.max(lower, upper) };
}

function dateKey(text: string): string | null {
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim()) ?? [];
  if (month === undefined || day === undefined || year === undefined) return null;
  const date = calendarDate(Number(year), Number(month), Number(day));
  return date === null ? null : `${date.year}-${date.month}-${date.day}`;
}

/** Python reads neither "04" as a number, so the authors' program fails on it. */
function weeksDays(text: string): string | null {
  const [, weeks, , days] = WEEKS_DAYS.exec(text) ?? [];
  if (weeks === undefined || days === undefined) return null;
  const values = [evaluateArithmetic(weeks), evaluateArithmetic(days)];
  return values.includes(null) ? null : values.join(' weeks ');
}
