import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonErrorPosition } from './json-error-position.ts';

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('jsonErrorPosition', () => {
  it('agrees with JSON.parse on what is JSON, for valid texts and for texts with one character changed', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', '"', ',', '{', ']', '\\', '1', 'e', '\n', ' '),
        (json, at, put) => {
          expect(jsonErrorPosition(json)).toBeNull();
          const cut = at % (json.length + 1);
          const text = json.slice(0, cut) + put + json.slice(cut + 1);
          expect(jsonErrorPosition(text) === null, text).toBe(parses(text));
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    ['{"a":1,}', 7, 'a field name in double quotes is missing'],
    ['[1,]', 3, 'a value is missing or misspelt'],
    ['[1 2]', 3, 'a "," or "]" is missing'],
    ['{"a" 1}', 5, 'a ":" is missing after a field name'],
    ["{'a':1}", 1, 'a field name in double quotes is missing'],
    ['{"a":"b', 5, 'text in quotes is never closed'],
    ['"a\nb"', 2, 'text in quotes contains a line break or control character'],
    ['"\\x"', 1, 'a "\\" is followed by something it cannot escape'],
    ['[1', 2, 'the text ends too early'],
    ['{} {}', 3, 'something follows the end of the JSON value'],
    ['NaN', 0, 'a value is missing or misspelt'],
  ])('%j', (text, offset, problem) => {
    expect(jsonErrorPosition(text)).toEqual({ offset, problem });
  });

  it('does not exhaust the stack on deep nesting', () => {
    expect(jsonErrorPosition('['.repeat(200_000))?.problem).toBe('the text ends too early');
  });
});
