/** Sentences of a note as ranges: a line end ends one, and so does what the language takes for a sentence's end. */
import type { TextRange } from '../contracts.ts';

export function sentencesOf(text: string): readonly TextRange[] {
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  const found: TextRange[] = [];
  for (const line of text.matchAll(/[^\n]+/gu)) {
    for (const { segment, index } of segmenter.segment(line[0])) {
      const lead = segment.length - segment.trimStart().length;
      const words = segment.trim();
      if (!/[\p{L}\p{N}]/u.test(words)) continue;
      const start = line.index + index + lead;
      found.push({ start, end: start + words.length });
    }
  }
  return found;
}
