import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { porterStem } from './porter-stemmer.ts';

const vectors = readFileSync(new URL('../scorers/fixtures/porter-nltk.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split(' '));

describe("the Porter stemmer in NLTK's extended mode", () => {
  it('agrees with NLTK on every golden word', () => {
    expect(vectors.length).toBeGreaterThan(10_000);
    const wrong = vectors
      .map(([word = '', stem = '']) => ({ word, stem, got: porterStem(word) }))
      .filter(({ stem, got }) => stem !== got);
    expect(wrong).toEqual([]);
  });

  it('stems a hostile word of 50,000 letters in bounded time', () => {
    const started = performance.now();
    for (const letters of ['y', 'ya', 'al', 'ing', 's']) porterStem(letters.repeat(50_000));
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
