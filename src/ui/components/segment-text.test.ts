import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentText } from './segment-text.ts';

describe('segmentText', () => {
  it('gives one unmarked piece for a text without ranges', () => {
    expect(segmentText('no cough', [])).toEqual([{ text: 'no cough', marks: [], closes: [] }]);
  });

  it('gives nothing for an empty text', () => {
    expect(segmentText('', [{ id: 'a', start: 0, end: 4 }])).toEqual([]);
  });

  it('cuts overlapping ranges into pieces that name every mark over them', () => {
    const pieces = segmentText('amoxicillin 800 mg', [
      { id: 'drug', start: 0, end: 18 },
      { id: 'dose', start: 12, end: 18 },
    ]);
    expect(pieces).toEqual([
      { text: 'amoxicillin ', marks: ['drug'], closes: [] },
      { text: '800 mg', marks: ['drug', 'dose'], closes: ['drug', 'dose'] },
    ]);
  });

  it('clamps ranges outside the text and ignores empty or reversed ones', () => {
    const pieces = segmentText('abc', [
      { id: 'out', start: -5, end: 99 },
      { id: 'empty', start: 2, end: 2 },
      { id: 'reversed', start: 3, end: 1 },
    ]);
    expect(pieces).toEqual([{ text: 'abc', marks: ['out'], closes: ['out'] }]);
  });

  it('never loses or repeats a character, and closes each mark once', () => {
    const range = fc.record({
      start: fc.integer({ min: -3, max: 40 }),
      end: fc.integer({ min: -3, max: 40 }),
    });
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.array(range, { maxLength: 6 }), (text, drawn) => {
        const ranges = drawn.map((item, at) => ({ ...item, id: String(at) }));
        const pieces = segmentText(text, ranges);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        const closed = pieces.flatMap((piece) => piece.closes);
        expect(new Set(closed).size).toBe(closed.length);
        expect(new Set(closed)).toEqual(new Set(pieces.flatMap((piece) => piece.marks)));
      }),
    );
  });
});
