import { describe, expect, it } from 'vitest';
import type { Choice } from '../packs/pack.ts';
import golden from './choice-letter.golden.json';
import { extractChoice } from './choice-letter.ts';

const CHOICES: Readonly<Record<string, readonly Choice[]>> = golden.choices;

describe('the choice read from a reply', () => {
  it.each(golden.replies)('$choices: $reply', ({ choices, reply, strict, flexible }) => {
    const read = extractChoice(reply, CHOICES[choices] ?? []);
    expect(read.strict).toBe(strict);
    expect(read.flexible.kind === 'picked' ? read.flexible.id : `!${read.flexible.reason}`).toBe(flexible);
  });

  it('has at least 80 golden replies', () => {
    expect(golden.replies.length).toBeGreaterThanOrEqual(80);
  });

  it.each(['A ', 'the answer is ', '(', '*', 'A or ', 'not ', '<think>', '"answer": ', 'doxycycline '])(
    'reads 50,000 times "%s" in bounded time',
    (piece) => {
      const started = performance.now();
      extractChoice(piece.repeat(50_000), CHOICES['A'] ?? []);
      expect(performance.now() - started).toBeLessThan(20_000);
    },
  );
});
