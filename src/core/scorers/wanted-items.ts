import type { Sample } from '../packs/pack.ts';

/** Labels or items wanted: one for each reference text, or the answer's, between semicolons or on lines. */
export function wantedItems(sample: Sample): readonly string[] {
  const texts = sample.target ?? (sample.answer === undefined ? [] : [sample.answer]);
  return [...new Set(texts.flatMap((text) => text.split(/[;\n]/u)).map(itemKey))].filter(
    (item) => item !== '',
  );
}

/** Case, blanks and final punctuation do not make another item. */
export function itemKey(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/[\s.;,]+$/u, '')
    .trim();
}

/** scikit-learn's precision, recall and F1 of one sample; 0 where nothing is given or wanted, but both empty agree. */
export function setScores(given: ReadonlySet<string>, wanted: ReadonlySet<string>) {
  const shared = [...given].filter((item) => wanted.has(item)).length;
  return countScores(shared, given.size, shared, wanted.size);
}

export function countScores(rightGiven: number, given: number, foundWanted: number, wanted: number) {
  if (given === 0 && wanted === 0) return { precision: 1, recall: 1, f1: 1 };
  const precision = given === 0 ? 0 : rightGiven / given;
  const recall = wanted === 0 ? 0 : foundWanted / wanted;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}
