/** How often a medicine is taken: "BID" = "twice daily" = "two times a day" = "every 12 hours". */
import { NUMBER_WORDS, spokenNumber } from './number-words.ts';

export interface Frequency {
  /** Doses a day; null when only "as needed" or a moment is said. */
  readonly perDay: number | null;
  readonly asNeeded: boolean;
  readonly moments: ReadonlySet<'morning' | 'evening' | 'onset'>;
}

const COUNT = `(\\d+|${NUMBER_WORDS})`;
const PERIOD_DAYS: Readonly<Record<string, number>> = {
  hour: 1 / 24,
  hr: 1 / 24,
  h: 1 / 24,
  day: 1,
  week: 7,
  wk: 7,
  month: 30,
  year: 365,
  night: 1,
};
const PERIOD = '(hour|hr|h|day|week|wk|month|year|night)s?';

function countOf(text: string): number {
  return /^\d/u.test(text) ? Number(text) : spokenNumber(text);
}

const FIXED: readonly (readonly [pattern: RegExp, perDay: number])[] = [
  [/\b(?:every other day|every second day|on alternate days|q\.?o\.?d\.?)(?![\p{L}])/iu, 0.5],
  [/\b(?:b\.?i\.?d\.?|b\.?d\.?s?\.?)(?![\p{L}])/iu, 2],
  [/\b(?:t\.?i\.?d\.?|t\.?d\.?s\.?)(?![\p{L}])/iu, 3],
  [/\bq\.?i\.?d\.?(?![\p{L}])/iu, 4],
  [/\bmorning,? (?:noon|midday),? (?:and )?(?:at )?night\b/iu, 3],
  [/\b(?:morning and (?:at )?(?:night|evening|bedtime)|(?:morning|am) and (?:night|evening|pm))\b/iu, 2],
  [/\b(?:(?:once )?(?:weekly|a week|per week|each week)|every week)\b/iu, 1 / 7],
  [/\b(?:(?:once )?(?:monthly|a month|per month|each month)|every month)\b/iu, 1 / 30],
  [
    /\b(?:q\.?h\.?s\.?|nightly|every night|each night|at night|at bedtime|before bed|going to bed|bedtime|every evening|each evening|in the evening|q\.?p\.?m\.?)(?![\p{L}])/iu,
    1,
  ],
  [/\b(?:every morning|each morning|in the morning|mornings|q\.?a\.?m\.?)(?![\p{L}])/iu, 1],
  [/\b(?:q\.?d\.?|daily|every day|each day|a day|per day|o\.?d\.?)(?![\p{L}])/iu, 1],
];

function perDayOf(text: string): number | null {
  const everyRange = new RegExp(
    `\\b(?:every|q)\\.?\\s*${COUNT}(?:\\s*(?:-|–|to)\\s*\\d+)?\\s*-?\\s*${PERIOD}\\b`,
    'iu',
  ).exec(text);
  if (everyRange !== null) {
    const days = (PERIOD_DAYS[everyRange[2]?.toLowerCase() ?? ''] ?? 1) * countOf(everyRange[1] ?? '1');
    return days > 0 ? 1 / days : null;
  }
  const daysOfWeek = new RegExp(
    `\\b${COUNT} (?:days|nights) (?:a|per|each|every) (week|month)\\b`,
    'iu',
  ).exec(text);
  if (daysOfWeek !== null) {
    return countOf(daysOfWeek[1] ?? '1') / (PERIOD_DAYS[daysOfWeek[2]?.toLowerCase() ?? ''] ?? 7);
  }
  const times = new RegExp(
    `\\b(once|twice|thrice|${COUNT}\\s*(?:times|x|×))\\s*(?:a|per|each|every|\\/|in a)?\\s*(daily|day|weekly|week|monthly|month|night|nightly)\\b`,
    'iu',
  ).exec(text);
  if (times !== null) {
    const word = times[1]?.toLowerCase() ?? '';
    const count =
      word === 'once' ? 1 : word === 'twice' ? 2 : word === 'thrice' ? 3 : countOf(times[2] ?? '1');
    const period = (times[3] ?? 'day').toLowerCase().replace(/ly$/u, '').replace('dai', 'day');
    return count / (PERIOD_DAYS[period] ?? 1);
  }
  return FIXED.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

export function frequencyIn(text: string): Frequency | null {
  const perDay = perDayOf(text);
  const asNeeded =
    /\b(?:as needed|p\.?r\.?n\.?|when needed|if needed|as required|when required)(?![\p{L}])/iu.test(text);
  const moments = new Set<'morning' | 'evening' | 'onset'>();
  if (/\b(?:mornings?|q\.?a\.?m\.?|breakfast)(?![\p{L}])/iu.test(text)) moments.add('morning');
  if (/\b(?:night(?:ly)?|bedtime|before bed|evening|q\.?h\.?s\.?|q\.?p\.?m\.?)(?![\p{L}])/iu.test(text))
    moments.add('evening');
  if (/\b(?:at|with) (?:the )?(?:first sign|onset|start)\b/iu.test(text)) moments.add('onset');
  return perDay === null && !asNeeded && moments.size === 0 ? null : { perDay, asNeeded, moments };
}

export type FrequencyMatch = 'same' | 'different' | 'incomplete';

/** How what a note says compares with what it should say. */
export function compareFrequency(expected: Frequency, stated: Frequency): FrequencyMatch {
  const bothCounted = expected.perDay !== null && stated.perDay !== null;
  if (bothCounted && Math.abs((expected.perDay ?? 0) - (stated.perDay ?? 0)) > 1e-3) return 'different';
  if (expected.perDay === null && stated.perDay !== null && expected.asNeeded && !stated.asNeeded)
    return 'different';
  if (stated.asNeeded && !expected.asNeeded) return 'different';
  const oneMoment = expected.moments.size === 1 && stated.moments.size === 1;
  if (oneMoment && ![...expected.moments].some((moment) => stated.moments.has(moment))) return 'different';
  if (expected.perDay !== null && stated.perDay === null) return 'incomplete';
  if (expected.asNeeded && !stated.asNeeded) return 'incomplete';
  if (expected.moments.has('onset') && !stated.moments.has('onset')) return 'incomplete';
  return 'same';
}
