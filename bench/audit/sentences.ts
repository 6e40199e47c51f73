/** The sentences that were labelled, each with its place in the note. */
import { createHash } from 'node:crypto';

export interface LabelledSentence {
  /** Of the sentence with its white space folded: names it without its text. */
  readonly sha256: string;
  readonly start: number;
  readonly end: number;
}

function sentence(note: string, start: number, end: number): LabelledSentence {
  const text = note.slice(start, end).replace(/\s+/gu, ' ').trim();
  return { sha256: createHash('sha256').update(text).digest('hex'), start, end };
}

function letters(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function pieces(text: string, offset: number, gap: RegExp): [number, number][] {
  const found: [number, number][] = [];
  let from = 0;
  for (const match of text.matchAll(gap)) {
    found.push([offset + from, offset + match.index]);
    from = match.index + match[0].length;
  }
  found.push([offset + from, offset + text.length]);
  return found;
}

/** Notes with headings and capitals: headings and lines of fewer than four letters are no sentences. */
export function writtenSentences(note: string): LabelledSentence[] {
  const found: LabelledSentence[] = [];
  let lineStart = 0;
  for (const line of note.split('\n')) {
    const indent = line.length - line.trimStart().length;
    const body = line.trim();
    for (const [start, end] of pieces(body, lineStart + indent, /(?<=[.!?])\s+(?=[A-Z0-9•"(])/gu)) {
      const text = note.slice(start, end).trim();
      const isHeading = text === text.toUpperCase() && text.split(/\s+/u).length < 8;
      if (letters(text, /[A-Za-z]/gu) < 4 || isHeading) continue;
      found.push(sentence(note, start, end));
    }
    lineStart += line.length + 1;
  }
  return found;
}

const SPOKEN_LABELLED = 6;

/** A turn of speech as a note, in lower case with " . " between sentences: the first six were labelled. */
export function spokenSentences(note: string): LabelledSentence[] {
  return pieces(note, 0, /(?<= [.?!]) /gu)
    .filter(([start, end]) => letters(note.slice(start, end), /[a-z]/gu) > 3)
    .slice(0, SPOKEN_LABELLED)
    .map(([start, end]) => sentence(note, start, end));
}
