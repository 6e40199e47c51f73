/** Numbers with their units in running text: "98.6 F", "0.5 g", "128 over 76", "2 to 3 days", "8 x 12 cm". */
import { NUMBER_WORDS, spokenNumber } from './number-words.ts';
import { inBaseUnit, unitOf, UNIT_WORDS, type Unit } from './units.ts';

export interface Quantity {
  readonly value: number;
  /** Second number of a range, a ratio ("128/76") or a size ("8 x 12"). */
  readonly second: number | null;
  readonly form: 'single' | 'range' | 'ratio' | 'size';
  readonly unit: Unit | null;
  readonly start: number;
  readonly end: number;
}

const DIGITS = '(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|\\.\\d+)';
const NUMBER = `(?:${DIGITS}|${NUMBER_WORDS}(?![\\p{L}]))`;
const QUANTITY = new RegExp(
  `(?<![\\p{L}\\p{N}.])(${NUMBER})` +
    `(?:(?:\\s*(\\/|over|out of|x|×)\\s*|\\s*(-|–|to|or)\\s*)(${NUMBER})(?![\\p{N}]))?` +
    `(?:[\\s-]*(${UNIT_WORDS}))?`,
  'giu',
);

function numberOf(text: string): number {
  return /^[\d.]/u.test(text) ? Number(text.replaceAll(',', '')) : spokenNumber(text);
}

export function quantitiesIn(text: string, offset = 0): Quantity[] {
  const found: Quantity[] = [];
  for (const match of text.matchAll(QUANTITY)) {
    const [whole, first = '', joint, hyphen, second, unitText] = match;
    // "400 mg/5 mL" and "twice/day": the second number of a concentration is no quantity of its own.
    const secondValue = second === undefined ? null : numberOf(second);
    const isRatio = joint === '/' || joint?.toLowerCase() === 'over' || joint?.toLowerCase() === 'out of';
    found.push({
      value: numberOf(first),
      second: secondValue,
      form: secondValue === null ? 'single' : isRatio ? 'ratio' : hyphen === undefined ? 'size' : 'range',
      unit: unitText === undefined ? null : (unitOf(unitText) ?? null),
      start: offset + match.index,
      end: offset + match.index + whole.trimEnd().length,
    });
  }
  return found;
}

/** One quantity from a fact's value and unit; undefined when the value is not a number. */
export function quantityOf(value: string, unit?: string): Quantity | undefined {
  const text =
    unit === undefined || value.toLowerCase().endsWith(unit.toLowerCase()) ? value : `${value} ${unit}`;
  const [first, ...others] = quantitiesIn(text);
  return first !== undefined && others.length === 0 && first.start <= 6 ? first : undefined;
}

/** Relative difference that rounding may cause when pounds stand for kilograms or inches for centimetres. */
const CONVERSION_TOLERANCE = 0.015;
/** 0.1 degree Fahrenheit is 0.056 degrees Celsius. */
const TEMPERATURE_TOLERANCE_C = 0.06;

function closeTo(a: number, b: number, tolerance: number): boolean {
  return Math.abs(a - b) <= tolerance;
}

export function sameDimension(a: Quantity, b: Quantity): boolean {
  return a.unit !== null && b.unit !== null && a.unit.dimension === b.unit.dimension;
}

function equalNumbers(a: number, aUnit: Unit | null, b: number, bUnit: Unit | null): boolean {
  if (aUnit === null || bUnit === null || aUnit.id === bUnit.id) return closeTo(a, b, 1e-9);
  if (aUnit.dimension !== bUnit.dimension) {
    // "98.6 degrees" may be a temperature.
    const degrees = [aUnit.dimension, bUnit.dimension];
    return degrees.includes('degrees') && degrees.includes('temperature') && closeTo(a, b, 1e-9);
  }
  const [x, y] = [inBaseUnit(a, aUnit), inBaseUnit(b, bUnit)];
  if (aUnit.dimension === 'temperature') return closeTo(x, y, TEMPERATURE_TOLERANCE_C);
  const imperial = ['lb', 'oz', 'in', 'ft'];
  const exact = !imperial.includes(aUnit.id) && !imperial.includes(bUnit.id);
  return closeTo(x, y, Math.max(Math.abs(x), Math.abs(y)) * (exact ? 1e-6 : CONVERSION_TOLERANCE));
}

/** Whether two quantities say the same; a missing unit is taken from the other side. */
export function equalQuantities(a: Quantity, b: Quantity): boolean {
  if (!equalNumbers(a.value, a.unit, b.value, b.unit)) return false;
  if (a.second === null || b.second === null) return a.second === b.second;
  return equalNumbers(a.second, a.unit, b.second, b.unit);
}
