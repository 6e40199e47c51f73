/**
 * Numbers as people say them in a visit, over and above quantitiesIn: "one thirty over eighty five",
 * "ninety eight point six", "a couple of weeks", "a week", "two and a half years", "third".
 */
import { numberWord, ordinalNumber } from './number-words.ts';
import { quantitiesIn, type Quantity } from './quantities.ts';
import { unitOf, UNIT_WORDS } from './units.ts';

const ONES = 'one|two|three|four|five|six|seven|eight|nine';
const TEENS = 'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen';
const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const BELOW_HUNDRED = `(?:(?:${TENS})(?:[ -](?:${ONES}))?|${TEENS}|(?:oh|o) (?:${ONES}))`;
/** "one thirty", "one oh five": a hundred said short. */
const SHORT_HUNDRED = `(?:one|two|three) (?:${BELOW_HUNDRED})`;
const PRESSURE = new RegExp(
  `(?<![\\p{L}\\p{N}])(${SHORT_HUNDRED}|(?:a|one|two) hundred(?: and)?(?: (?:${BELOW_HUNDRED}|${ONES}))?|\\d{2,3})(?:\\s*,?\\s*over\\s*(${SHORT_HUNDRED}|(?:a|one) hundred(?: and)?(?: (?:${BELOW_HUNDRED}|${ONES}))?|${BELOW_HUNDRED}|\\d{2,3}))?(?![\\p{L}\\p{N}])`,
  'giu',
);
const POINT = new RegExp(
  `(?<![\\p{L}\\p{N}.])((?:\\d+|${BELOW_HUNDRED}|${ONES}|zero|${SHORT_HUNDRED}))\\s+point\\s+((?:(?:\\d+|zero|oh|${ONES})\\s?)+)`,
  'giu',
);
const INDEFINITE = new RegExp(
  `(?<![\\p{L}\\p{N}])(an?(?: couple(?: of)?)?|couple(?: of)?|the (?:last|past)|last|past|one|(?:\\d+|${ONES}|${BELOW_HUNDRED})(?= and a half))( and a half)?[\\s-]+(${UNIT_WORDS})`,
  'giu',
);
const ORDINAL =
  /(?<![\p{L}\p{N}])(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th))(?![\p{L}\p{N}])/giu;

/** The value of one short spoken number. */
function shortNumber(text: string): number {
  const clean = text.toLowerCase().trim();
  if (/^[\d.]/u.test(clean)) return Number(clean);
  const words = clean.split(/[\s-]+/u).filter((word) => word !== 'and');
  if (words.includes('hundred')) {
    const at = words.indexOf('hundred');
    return (numberWord(words[0] ?? '') ?? 1) * 100 + below(words.slice(at + 1));
  }
  const [first = '', ...rest] = words;
  const head = numberWord(first) ?? 0;
  return rest.length > 0 && head < 10 && first !== 'oh' ? head * 100 + below(rest) : below(words);
}

function below(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + (numberWord(word) ?? (/^\d+$/u.test(word) ? Number(word) : 0)), 0);
}

function plain(value: number, start: number, end: number): Quantity {
  return { value, second: null, form: 'single', unit: null, start, end };
}

function pressures(text: string): Quantity[] {
  return [...text.matchAll(PRESSURE)].flatMap((match): Quantity[] => {
    const [whole, first = '', second] = match;
    const single = plain(shortNumber(first), match.index, match.index + first.length);
    if (second === undefined) return /^\d/u.test(first) ? [] : [single];
    const end = match.index + whole.length;
    return [{ ...single, second: shortNumber(second), form: 'ratio', end }];
  });
}

function decimals(text: string): Quantity[] {
  return [...text.matchAll(POINT)].map((match) => {
    const [whole, first = '', digits = ''] = match;
    const after = digits
      .trim()
      .split(/\s+/u)
      .map((word) => (/^\d/u.test(word) ? word : String(numberWord(word.toLowerCase()) ?? 0)))
      .join('');
    const start = match.index;
    return plain(Number(`${shortNumber(first)}.${after}`), start, start + whole.trimEnd().length);
  });
}

function indefinites(text: string): Quantity[] {
  return [...text.matchAll(INDEFINITE)].map((match) => {
    const [whole, count = '', half, unit = ''] = match;
    const base = /couple/iu.test(count)
      ? 2
      : /^(?:an?|the|last|past)\b/iu.test(count)
        ? 1
        : shortNumber(count);
    return {
      ...plain(base + (half === undefined ? 0 : 0.5), match.index, match.index + whole.length),
      unit: unitOf(unit) ?? null,
    };
  });
}

function ordinals(text: string): Quantity[] {
  return [...text.matchAll(ORDINAL)].map((match) => {
    const word = match[0].toLowerCase();
    const value = ordinalNumber(word) ?? Number.parseInt(word, 10);
    return plain(value, match.index, match.index + word.length);
  });
}

/** "3 25 milligrams" and "1 20 over 80", as speech recognition writes them. */
const SPLIT_HUNDRED = new RegExp(
  `(?<![\\p{L}\\p{N}.,])(\\d) (\\d{2})(?:\\s*(${UNIT_WORDS})|(?=\\s*over\\b))`,
  'giu',
);

function splitHundreds(text: string): Quantity[] {
  return [...text.matchAll(SPLIT_HUNDRED)].map((match) => ({
    ...plain(Number(`${match[1] ?? ''}${match[2] ?? ''}`), match.index, match.index + match[0].length),
    unit: unitOf(match[3] ?? '') ?? null,
  }));
}

function lengthOf({ start, end }: Quantity): number {
  return end - start;
}

/** Every number of a spoken text; a reading inside a longer one ("thirty" in "one thirty") is dropped. */
export function spokenQuantitiesIn(text: string): Quantity[] {
  const long = [...pressures(text), ...decimals(text), ...splitHundreds(text)];
  const longest = new Map<number, Quantity>();
  for (const quantity of long)
    for (let at = quantity.start; at < quantity.end; at += 1) {
      const known = longest.get(at);
      if (known === undefined || lengthOf(known) < lengthOf(quantity)) longest.set(at, quantity);
    }
  const inside = (quantity: Quantity): boolean => {
    const other = longest.get(quantity.start);
    return other !== undefined && quantity.end <= other.end && lengthOf(quantity) < lengthOf(other);
  };
  const plainOnes = [...quantitiesIn(text), ...indefinites(text), ...ordinals(text)];
  return [...plainOnes, ...long].filter((quantity) => !inside(quantity));
}
