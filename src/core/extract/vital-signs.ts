/** Vital signs with their values, as notes and visits write them: "BP 128/76", "temp of 98.6", "sats 97%". */
import { quantitiesIn, type Quantity } from './quantities.ts';
import { unitOf } from './units.ts';

export type VitalKind =
  | 'blood pressure'
  | 'heart rate'
  | 'temperature'
  | 'oxygen saturation'
  | 'respiratory rate'
  | 'weight'
  | 'height'
  | 'body mass index';

export interface VitalMention {
  readonly kind: VitalKind;
  readonly quantity: Quantity;
  /** From the name to the end of the value. */
  readonly start: number;
  readonly end: number;
}

interface VitalWords {
  readonly kind: VitalKind;
  readonly words: string;
  readonly low: number;
  readonly high: number;
}

/** Values outside these bounds belong to something else that stands near the word. */
const VITALS: readonly VitalWords[] = [
  { kind: 'blood pressure', words: 'blood pressures?|bps?', low: 50, high: 300 },
  {
    kind: 'oxygen saturation',
    words:
      'spo2|sp02|o2 sats?|o2 saturations?|oxygen saturations?|oxygen levels?|sats|saturations?|pulse ox(?:imetry)?|oxygen',
    low: 40,
    high: 100,
  },
  {
    kind: 'respiratory rate',
    words: 'respiratory rate|respirations?|breathing rate|resp rate|resp|rr',
    low: 4,
    high: 90,
  },
  { kind: 'heart rate', words: 'heart rate|pulse(?: rate)?|hr', low: 20, high: 260 },
  {
    kind: 'temperature',
    words: 'temperature|temp|t(?=[:\\s]{1,2}\\d{2,3}(?:\\.\\d|\\s?°?\\s?[CF]\\b))',
    low: 30,
    high: 115,
  },
  { kind: 'weight', words: 'weight|weighs|weighed|wt', low: 1, high: 700 },
  { kind: 'height', words: 'height|ht', low: 1, high: 260 },
  { kind: 'body mass index', words: 'body mass index|bmi', low: 8, high: 90 },
];

const PATTERNS = VITALS.map((vital) => ({
  ...vital,
  before: new RegExp(`(?<![\\p{L}\\p{N}])(?:${vital.words})(?![\\p{L}\\p{N}])[^\\d\\n.;]{0,22}$`, 'iu'),
  named: new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${vital.words})(?![\\p{L}\\p{N}])[^\\d\\n.;]{0,22}(?=[\\d.])`,
    'giu',
  ),
  exact: new RegExp(`^(?:${vital.words})$`, 'iu'),
}));

/** Which vital sign a fact's name means. */
export function vitalKind(name: string): VitalKind | undefined {
  return PATTERNS.find(({ exact }) => exact.test(name.trim()))?.kind;
}

/** Longest quantity in characters, from the first digit. */
const VALUE_CHARS = 40;
const WARMEST_C = 45;

/** A bare temperature is Celsius below 45 and Fahrenheit above. */
export function withTemperatureUnit(quantity: Quantity): Quantity {
  if (quantity.unit?.dimension === 'temperature') return quantity;
  return { ...quantity, unit: unitOf(quantity.value > WARMEST_C ? 'F' : 'C') ?? null };
}

function fits(vital: VitalWords, quantity: Quantity): boolean {
  if (quantity.value < vital.low || quantity.value > vital.high) return false;
  const dimension = quantity.unit?.dimension;
  switch (vital.kind) {
    case 'blood pressure':
      return (
        quantity.form === 'ratio' && (quantity.second ?? 0) >= 20 && (quantity.second ?? 0) < quantity.value
      );
    case 'weight':
      return dimension === 'mass';
    case 'height':
      return dimension === 'length' || quantity.form === 'single';
    case 'temperature':
      return (
        quantity.form === 'single' &&
        (dimension === undefined || dimension === 'temperature' || dimension === 'degrees')
      );
    case 'oxygen saturation':
      return quantity.form === 'single' && (dimension === undefined || dimension === 'percent');
    case 'heart rate':
    case 'respiratory rate':
      return quantity.form !== 'ratio' && (dimension === undefined || dimension === 'rate');
    case 'body mass index':
      return quantity.form === 'single';
  }
  vital.kind satisfies never;
}

/** A pair like 148/92 is a blood pressure without its name too. */
const BARE_PRESSURE =
  /(?<![\p{L}\p{N}./])(\d{2,3})\s*(?:\/|over)\s*(\d{2,3})(?![\p{L}\p{N}/]|\.\d|\s*(?:mg|mcg))/giu;
const LOWEST_BARE_SYSTOLIC = 80;
const LOWEST_BARE_DIASTOLIC = 40;

function bareBloodPressures(text: string): VitalMention[] {
  return [...text.matchAll(BARE_PRESSURE)].flatMap((match): VitalMention[] => {
    const [value, second] = [Number(match[1]), Number(match[2])];
    if (value < LOWEST_BARE_SYSTOLIC || second < LOWEST_BARE_DIASTOLIC || second >= value) return [];
    const [start, end] = [match.index, match.index + match[0].length];
    return [
      {
        kind: 'blood pressure',
        quantity: { value, second, form: 'ratio', unit: null, start, end },
        start,
        end,
      },
    ];
  });
}

export function vitalsIn(text: string): VitalMention[] {
  const found: VitalMention[] = [];
  for (const vital of PATTERNS) {
    for (const match of text.matchAll(vital.named)) {
      const valueStart = match.index + match[0].length;
      const [quantity] = quantitiesIn(text.slice(valueStart, valueStart + VALUE_CHARS), valueStart);
      if (quantity === undefined || quantity.start !== valueStart || !fits(vital, quantity)) continue;
      const read = vital.kind === 'temperature' ? withTemperatureUnit(quantity) : quantity;
      found.push({ kind: vital.kind, quantity: read, start: match.index, end: quantity.end });
    }
  }
  const named = (mention: VitalMention): boolean =>
    found.some((other) => mention.start < other.end && other.start < mention.end);
  return [...found, ...bareBloodPressures(text).filter((mention) => !named(mention))].sort(
    (a, b) => a.start - b.start,
  );
}

const NAME_CHARS = 48;

/** A number in words as a vital sign, when the words before it name one: "temperature ninety eight point six". */
export function spokenVital(text: string, quantity: Quantity): VitalMention | undefined {
  const before = text.slice(Math.max(0, quantity.start - NAME_CHARS), quantity.start);
  for (const vital of PATTERNS) {
    const named = vital.before.exec(before);
    if (named === null || !fits(vital, quantity)) continue;
    const read = vital.kind === 'temperature' ? withTemperatureUnit(quantity) : quantity;
    const start = quantity.start - (before.length - named.index);
    return { kind: vital.kind, quantity: read, start, end: quantity.end };
  }
  return undefined;
}
