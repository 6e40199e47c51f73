/** Dates as people and models write them; month before day, as in the United States, where only digits stand. */

export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';

const FORMS: readonly { readonly pattern: RegExp; readonly order: readonly ('y' | 'm' | 'd')[] }[] = [
  { pattern: /(?<![\d/])(\d{1,2})[/](\d{1,2})[/](\d{4})(?!\d)/g, order: ['m', 'd', 'y'] },
  { pattern: /(?<![\d-])(\d{4})-(\d{1,2})-(\d{1,2})(?![\d-])/g, order: ['y', 'm', 'd'] },
  {
    pattern: new RegExp(`\\b${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`, 'gi'),
    order: ['m', 'd', 'y'],
  },
  {
    pattern: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH},?\\s+(\\d{4})\\b`, 'gi'),
    order: ['d', 'm', 'y'],
  },
];

/** A date that the calendar has, or null. */
export function calendarDate(year: number, month: number, day: number): CalendarDate | null {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days === undefined || day < 1 || day > days || year < 1 ? null : { year, month, day };
}

/** Every date in a text, each once. */
export function datesIn(text: string): CalendarDate[] {
  const found = new Map<string, CalendarDate>();
  for (const { pattern, order } of FORMS) {
    for (const match of text.matchAll(pattern)) {
      const part = (which: 'y' | 'm' | 'd'): number => {
        const word = match[order.indexOf(which) + 1] ?? '';
        return /^\d/.test(word) ? Number(word) : MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
      };
      const date = calendarDate(part('y'), part('m'), part('d'));
      if (date !== null) found.set(`${date.year}-${date.month}-${date.day}`, date);
    }
  }
  return [...found.values()];
}
