import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createUtf8Reader } from './utf8.ts';

function read(bytes: Uint8Array, size: number): string {
  const reader = createUtf8Reader('f');
  let text = '';
  for (let at = 0; at < bytes.length; at += size) text += reader.push(bytes.subarray(at, at + size));
  reader.finish();
  return text;
}

describe('createUtf8Reader', () => {
  it('gives the same text however the bytes are cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 9 }), (text, size) => {
        fc.pre(!text.startsWith('\uFEFF'));
        expect(read(Buffer.from(text), size)).toBe(text.toWellFormed());
      }),
    );
  });

  it('drops a byte order mark at the start only', () => {
    expect(read(Buffer.from('\uFEFFa\uFEFFb'), 2)).toBe('a\uFEFFb');
  });

  it('agrees with the platform on which bytes are text, and names the first bad one', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(fc.integer({ min: 0x78, max: 255 }), fc.constantFrom(0x41, 0xe2, 0x82, 0xac, 0xf0, 0x9f)),
          { maxLength: 12 },
        ),
        fc.integer({ min: 1, max: 5 }),
        (list, size) => {
          const bytes = Uint8Array.from(list);
          let valid = true;
          try {
            new TextDecoder('utf-8', { fatal: true }).decode(bytes);
          } catch {
            valid = false;
          }
          let byte: unknown = null;
          try {
            read(bytes, size);
          } catch (thrown) {
            byte = (thrown as { details: { byte: number } }).details.byte;
          }
          expect(byte === null).toBe(valid);
          // Everything before the named byte is text.
          if (typeof byte === 'number') {
            expect(() =>
              new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, byte)),
            ).not.toThrow();
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
