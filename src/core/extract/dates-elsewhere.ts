/** Dates as other languages write them. Thailand's year is 543 ahead of the Christian era. */
import { calendarDate, type CalendarDate } from './calendar-date.ts';

const MONTHS: readonly (readonly string[])[] = [
  ['enero', 'janeiro', 'janvier', 'januar', 'มกราคม', 'يناير', 'كانون الثاني'],
  ['febrero', 'fevereiro', 'février', 'februar', 'กุมภาพันธ์', 'فبراير', 'شباط'],
  ['marzo', 'março', 'mars', 'märz', 'มีนาคม', 'مارس', 'آذار'],
  ['abril', 'avril', 'april', 'เมษายน', 'أبريل', 'ابريل', 'نيسان'],
  ['mayo', 'maio', 'mai', 'พฤษภาคม', 'مايو', 'أيار'],
  ['junio', 'junho', 'juin', 'juni', 'มิถุนายน', 'يونيو', 'حزيران'],
  ['julio', 'julho', 'juillet', 'juli', 'กรกฎาคม', 'يوليو', 'تموز'],
  ['agosto', 'août', 'august', 'สิงหาคม', 'أغسطس', 'اغسطس', 'آب'],
  ['septiembre', 'setembro', 'septembre', 'september', 'กันยายน', 'سبتمبر', 'أيلول'],
  ['octubre', 'outubro', 'octobre', 'oktober', 'ตุลาคม', 'أكتوبر', 'اكتوبر', 'تشرين الأول'],
  ['noviembre', 'novembro', 'novembre', 'november', 'พฤศจิกายน', 'نوفمبر', 'تشرين الثاني'],
  ['diciembre', 'dezembro', 'décembre', 'dezember', 'ธันวาคม', 'ديسمبر', 'كانون الأول'],
];
const MONTH_OF = new Map(MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));
const NAMES = [...MONTH_OF.keys()].sort((a, b) => b.length - a.length).join('|');

const NAMED = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:\\.|er|º|ª)?\\s*(?:de\\s+|del\\s+)?(${NAMES})(?:\\s*(?:de|del|พ\\.ศ\\.|ค\\.ศ\\.)|,)?\\s*(\\d{4})(?!\\d)`,
  'giu',
);
const CHINESE = /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?/gu;
const VIETNAMESE = /(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})\s*,?\s*(?:năm\s+)?(\d{4})/giu;
const DOTTED = /(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4})(?![\d])/gu;
/** No month has such a number, so the day stands first. */
const DAY_FIRST = /(?<![\d/])(1[3-9]|2\d|3[01])\/(0?[1-9]|1[0-2])\/(\d{4})(?!\d)/gu;

const BUDDHIST_ERA_YEARS = 543;
/** No answer about a living patient lies past this year of the Christian era. */
const LAST_CHRISTIAN_YEAR = 2400;

export function datesElsewhere(text: string): CalendarDate[] {
  const found: (CalendarDate | null)[] = [];
  const add = (year: number, month: number, day: number): void => {
    const ours = year > LAST_CHRISTIAN_YEAR ? year - BUDDHIST_ERA_YEARS : year;
    found.push(calendarDate(ours, month, day));
  };
  for (const [, day, name = '', year] of text.matchAll(NAMED))
    add(Number(year), MONTH_OF.get(name.toLowerCase()) ?? 0, Number(day));
  for (const [, year, month, day] of text.matchAll(CHINESE)) add(Number(year), Number(month), Number(day));
  for (const pattern of [VIETNAMESE, DOTTED, DAY_FIRST])
    for (const [, day, month, year] of text.matchAll(pattern)) add(Number(year), Number(month), Number(day));
  return found.filter((date) => date !== null);
}
