import { withDecimalPoint, withPlainDigits } from '../extract/plain-digits.ts';
import { readAnswer } from '../scorers/medcalc/read-answer.ts';
import { readReply, type Extractor, type Reading } from './extractor.ts';
import { unwrapped } from './unwrapped.ts';

/** Units of laboratory values, doses, vital signs and scores, in their usual spellings. */
const UNIT_PARTS =
  'mcg|µg|μg|ug|mg|kg|ng|pg|g|lbs?|oz|mL|ml|dL|dl|µL|μL|uL|L|l|mmol|µmol|μmol|umol|nmol|mol|mEq|meq|mOsm|osm|IU|U|units?|cm|mm|km|m|in|ft|mm\\s?Hg|cm\\s?H2O|kPa|bpm|breaths|beats|drops|gtt|msec|ms|s|sec|seconds?|min|mins|minutes?|hours?|hrs?|h|days?|d|weeks?|months?|years?|yrs?|points?|pack[- ]years?|kcal|Cal|cal|W';
const POWER = '(?:\\^?\\{?[23]\\}?|[²³])';
const PART = `(?:${UNIT_PARTS})${POWER}?`;
const UNIT = `(?:%|°\\s?[CF]|percent\\b|(?:${PART}(?:\\s?(?:/|per)\\s?(?:1\\.73\\s?)?${PART}){0,3})(?![\\p{L}\\d]))`;
const UNIT_AFTER = new RegExp(`^\\s?\\}?\\s?(?:\\\\,|\\\\text\\{|\\\\mathrm\\{|~|-)?\\s?(${UNIT})`, 'u');
const STRICT = new RegExp(`^-?(?:\\d+\\.?\\d*|\\.\\d+)(?:\\s?${UNIT})?$`, 'u');

/** "CHA2DS2-VASc" holds digits that are no result. */
const SCORE_NAME = /(?<![\p{L}\d.])\p{L}+(?:\d+\p{L}+)+\d*(?:-\p{L}+)*/gu;

/** One spelling of each unit. */
function plainUnit(unit: string): string {
  return unit
    .replace(/^percent$/iu, '%')
    .replace(/\s*\bper\b\s*/giu, '/')
    .replace(/(?<=\p{L})\^?\{?2\}?(?![.\d])(?=$|\/|\s)/gu, '²')
    .replace(/(?<=\p{L})\^?\{?3\}?(?![.\d])(?=$|\/|\s)/gu, '³')
    .replace(/[μu](?=g|L|mol)/gu, 'µ')
    .replace(/\s*\/\s*/gu, '/')
    .replace(/(?<=1\.73)\s*m²/u, ' m²')
    .replace(/°\s/u, '°')
    .trim();
}

function withUnit(value: string, unit: string | null): string {
  return unit === null ? value : `${value} ${unit}`;
}

/** The unit behind a mention of this number; the last one, as results come last. */
function unitOf(text: string, value: string): string | null {
  const mentions = [...text.replace(/(?<=\d),(?=\d{3}(?!\d))/gu, '').matchAll(/-?(?:\d+\.?\d*|\.\d+)/gu)];
  const plain = text.replace(/(?<=\d),(?=\d{3}(?!\d))/gu, '');
  const units = mentions
    .filter((match) => Math.abs(Number(match[0])) === Math.abs(Number(value)))
    .map(
      (match) =>
        UNIT_AFTER.exec(plain.slice(match.index + match[0].length, match.index + match[0].length + 40))?.[1],
    )
    .filter((unit) => unit !== undefined);
  const last = units.at(-1);
  return last === undefined ? null : plainUnit(last);
}

function strict(text: string): readonly string[] | null {
  const bare = text.trim();
  if (!STRICT.test(bare)) return null;
  const [value = ''] = /^-?[\d.]+/u.exec(bare) ?? [];
  const unit = bare.slice(value.length).trim();
  return [withUnit(String(Number(value)), unit === '' ? null : plainUnit(unit))];
}

function flexible(reply: string): Reading {
  const text = withDecimalPoint(withPlainDigits(reply))
    .replace(/\\(?:approx|simeq|sim)\b/gu, '≈')
    .replace(SCORE_NAME, ' ');
  const read = readAnswer(unwrapped(text).length < 200 ? text.replace(/[*`]/gu, '') : text, 'decimal');
  if (read.kind === 'unscored') return read;
  const [value = ''] = read.values;
  return { kind: 'read', values: [withUnit(value, unitOf(text, value))] };
}

export const numberWithUnit: Extractor = {
  id: 'number-with-unit',
  title: 'Number with unit',
  description:
    'Strict: a number, with or without its unit, alone. Flexible: an announced, boxed or JSON result, decimal commas and digits of other scripts; two different numbers are ambiguous. Read: "24.2 kg/m²".',
  extract: (reply) => readReply(reply, { strict, flexible }),
};
