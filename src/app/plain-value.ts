/** Values of statistics that are only shown: numbers, words, and lists and objects of them, to a depth that is not a trap. */
import * as v from 'valibot';

const MAX_DEPTH = 12;

export const PlainValueSchema = v.custom<unknown>((value) => isPlain(value, 0), 'is not a plain value');

function isPlain(value: unknown, depth: number): boolean {
  if (value === null || value === undefined) return true;
  if (['number', 'string', 'boolean'].includes(typeof value)) return true;
  if (typeof value !== 'object' || depth > MAX_DEPTH) return false;
  if (Array.isArray(value)) return value.every((each) => isPlain(each, depth + 1));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  return Object.values(value).every((each) => isPlain(each, depth + 1));
}
