/**
 * Units of doses, vital signs and times as people write them. Factors lead to one base unit in each dimension:
 * mg, mL, degrees Celsius, days, centimetres (international avoirdupois pound 453.59237 g, inch 2.54 cm).
 */
export type Dimension =
  | 'mass'
  | 'volume'
  | 'temperature'
  | 'time'
  | 'length'
  | 'percent'
  | 'units'
  | 'rate'
  | 'pressure'
  | 'degrees'
  | 'drinks'
  | 'tobacco'
  | 'puff'
  | 'spray'
  | 'tablet'
  | 'drop'
  | 'patch'
  | 'application'
  | 'meq';

export interface Unit {
  readonly id: string;
  readonly dimension: Dimension;
  readonly factor: number;
}

const DAY_HOURS = 24;
const MONTH_DAYS = 30.4375;
const YEAR_DAYS = 365.25;

const TABLE: readonly (readonly [id: string, dimension: Dimension, factor: number, words: string])[] = [
  ['mg', 'mass', 1, 'mg|mgs|milligrams?'],
  ['mcg', 'mass', 0.001, 'mcg|mcgs|µg|μg|ug|micrograms?'],
  ['kg', 'mass', 1_000_000, 'kgs?|kilos?|kilograms?'],
  ['lb', 'mass', 453_592.37, 'lbs?|pounds?'],
  ['oz', 'mass', 28_349.523125, 'oz|ounces?'],
  ['g', 'mass', 1000, 'g|gm|gms|grams?'],
  ['mL', 'volume', 1, 'ml|mls|cc|millilit(?:er|re)s?'],
  ['L', 'volume', 1000, 'l|lit(?:er|re)s?'],
  ['tsp', 'volume', 5, 'tsp|teaspoons?(?:ful)?'],
  ['F', 'temperature', 1, '(?:°|º|degrees?)\\s*f(?:ahrenheit)?|fahrenheit|f'],
  ['C', 'temperature', 1, '(?:°|º|degrees?)\\s*c(?:elsius|entigrade)?|celsius|centigrade|c'],
  ['degrees', 'degrees', 1, '°|º|degrees?'],
  ['%', 'percent', 1, '%|percent|per cent'],
  [
    'bpm',
    'rate',
    1,
    'bpm|beats(?: per minute|\\/min)?|breaths(?: per minute|\\/min)?|\\/ ?min(?:ute)?|per minute',
  ],
  ['mmHg', 'pressure', 1, 'mm ?hg|millimet(?:er|re)s of mercury'],
  ['minutes', 'time', 1 / DAY_HOURS / 60, 'minutes?|mins?'],
  ['hours', 'time', 1 / DAY_HOURS, 'hours?|hrs?|h'],
  ['days', 'time', 1, 'days?|d|nights?'],
  ['weeks', 'time', 7, 'weeks?|wks?|w'],
  ['months', 'time', MONTH_DAYS, 'months?|mos?'],
  ['years', 'time', YEAR_DAYS, 'years?|yrs?|yo|y\\/o|y'],
  ['cm', 'length', 1, 'cm|centimet(?:er|re)s?'],
  ['mm', 'length', 0.1, 'mm|millimet(?:er|re)s?'],
  ['in', 'length', 2.54, 'inch(?:es)?|in\\.'],
  ['ft', 'length', 30.48, 'feet|foot|ft'],
  ['units', 'units', 1, 'units?|iu|international units?'],
  ['meq', 'meq', 1, 'meq'],
  ['puffs', 'puff', 1, 'puffs?|inhalations?|actuations?'],
  ['sprays', 'spray', 1, 'sprays?'],
  ['tablets', 'tablet', 1, 'tablets?|tabs?|pills?|capsules?|caps?|caplets?|pearls?'],
  ['drops', 'drop', 1, 'drops?|gtts?'],
  ['patches', 'patch', 1, 'patch(?:es)?'],
  ['applications', 'application', 1, 'applications?'],
  ['drinks', 'drinks', 1, '(?:alcoholic )?drinks?|beers?|glasses'],
  ['cigarettes', 'tobacco', 1, 'cigarettes?'],
  ['packs', 'tobacco', 20, 'packs?|ppd'],
];

const PATTERNS = TABLE.map(([id, dimension, factor, words]) => ({
  unit: { id, dimension, factor },
  exact: new RegExp(`^(?:${words})$`, 'iu'),
}));

/** Source of a pattern for any unit; longer ones first so that "mg" is not read as "m". */
export const UNIT_WORDS = `(?:${TABLE.flatMap(([, , , words]) => words).join('|')})(?![\\p{L}\\p{N}])`;

export function unitOf(text: string): Unit | undefined {
  const clean = text.trim().replace(/\s+/gu, ' ');
  return PATTERNS.find(({ exact }) => exact.test(clean))?.unit;
}

/** The value in the base unit of its dimension. */
export function inBaseUnit(value: number, unit: Unit): number {
  return unit.id === 'F' ? ((value - 32) * 5) / 9 : value * unit.factor;
}
