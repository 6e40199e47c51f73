import { withPlainDigits } from '../extract/plain-digits.ts';
import { readAnswer } from '../scorers/medcalc/read-answer.ts';
import { readReply, type Extractor } from './extractor.ts';

const WEEKS =
  /(?<=\d)\s*(?:semanas?|semaines?|Wochen?|SSW|周|週|tuần|สัปดาห์|أسابيع|أسبوعا?ً?)(?![\p{L}])|(?<=\d)\s*(?:个星期|星期|周零|周又|周)/giu;
const DAYS = /(?<=\d)\s*(?:d[ií]as?|jours?|Tagen?|Tage|ngày|วัน|أيام|يوما?ً?|天|日)(?!\p{Script=Latin})/giu;
/** Obstetric notation of completed weeks and days: "28+3", "28 3/7". */
const PLUS = /(?<![\d.+])(\d{1,2})\s?\+\s?([0-6])(?![\d.])(?:\s?weeks?)?/gu;
const SEVENTHS = /(?<![\d./])(\d{1,2})\s(?:weeks?\s)?([0-6])\/7(?!\d)(?:\s?weeks?)?/gu;
const STRICT = /^\(?["']?(\d+)\s?weeks?["']?,?\s(?:and\s)?["']?(\d+)\s?days?["']?\)?\.?$/u;

function inEnglish(text: string): string {
  return withPlainDigits(text)
    .replace(WEEKS, ' weeks ')
    .replace(DAYS, ' days')
    .replace(PLUS, '$1 weeks $2 days')
    .replace(SEVENTHS, '$1 weeks $2 days')
    .replace(/(\d+)w\s?(\d+)d\b/giu, '$1 weeks $2 days')
    .replace(/\b(?:no|zero) days\b/giu, '0 days')
    .replace(/[*_`]/gu, '');
}

function canonical(weeks: number, days: number): string {
  return `${weeks} weeks ${days} days`;
}

export const weeksDays: Extractor = {
  id: 'weeks-days',
  title: 'Weeks and days',
  description:
    'Strict: “4 weeks, 3 days”, as a pair or as words. Flexible: announced, obstetric notation (28+3), other languages. Read: "4 weeks 3 days".',
  extract: (reply) =>
    readReply(reply, {
      strict: (text) => {
        const [, weeks, days] = STRICT.exec(text) ?? [];
        return weeks === undefined ? null : [canonical(Number(weeks), Number(days))];
      },
      flexible: (text) => {
        const read = readAnswer(inEnglish(text), 'weeks-days');
        if (read.kind === 'unscored') return read;
        const [, weeks, days] = /\((\d+), (\d+)\)/u.exec(read.values[0] ?? '') ?? [];
        return { kind: 'read', values: [canonical(Number(weeks), Number(days))] };
      },
    }),
};
