import { calendarDate } from '../extract/calendar-date.ts';

const MS_PER_DAY = 86_400_000;

/** Days since 1970-01-01 of a date written YYYY-MM-DD; null when the calendar has no such date. */
export function dayNumber(iso: string): number | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? [];
  if (calendarDate(Number(year), Number(month), Number(day)) === null) return null;
  return Date.UTC(Number(year), Number(month) - 1, Number(day)) / MS_PER_DAY;
}

/** MM/DD/YYYY, as MedCalc-Bench writes a date. */
export function monthDayYear(days: number): string {
  const [year = '', month = '', day = ''] = new Date(days * MS_PER_DAY).toISOString().slice(0, 10).split('-');
  return `${month}/${day}/${year}`;
}
