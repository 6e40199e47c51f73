import { datesIn, type CalendarDate } from '../extract/calendar-date.ts';
import { datesElsewhere } from '../extract/dates-elsewhere.ts';
import { withPlainDigits } from '../extract/plain-digits.ts';
import { statedAnswer } from '../scorers/medcalc/read-answer.ts';
import { FAILED, oneOf, readReply, type Extractor } from './extractor.ts';

const BARE = /^(?:\d{1,2}\/\d{1,2}\/\d{4}|\d{4}-\d{2}-\d{2})$/u;

function iso({ year, month, day }: CalendarDate): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

function datesOf(text: string): string[] {
  const plain = withPlainDigits(text);
  return [...datesIn(plain), ...datesElsewhere(plain)].map(iso);
}

export const date: Extractor = {
  id: 'date',
  title: 'Date',
  description:
    'Strict: MM/DD/YYYY or YYYY-MM-DD alone. Flexible: announced or alone, with month names in eight languages; digits with strokes are month first, as in the United States. Read: YYYY-MM-DD.',
  extract: (reply) =>
    readReply(reply, {
      strict: (text) => {
        const [found, ...others] = BARE.test(text) ? datesIn(text).map(iso) : [];
        return found === undefined || others.length > 0 ? null : [found];
      },
      flexible: (text) => {
        const stated = statedAnswer(text);
        if (stated === null) return FAILED;
        // What an announcement does not hold may stand in front of it: "06/09/2007 is the answer."
        const inside = datesOf(stated);
        return oneOf(inside.length > 0 ? inside : text.length <= 200 ? datesOf(text) : []);
      },
    }),
};
