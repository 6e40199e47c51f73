/** Where words that somebody selected or typed stand: in the note first, else in a line of the transcript. */
import type { AuditOverride } from '../../../core/review/audit-override.ts';

type Place = Extract<AuditOverride, { verdict: 'missed-by-audit' }>['place'];

interface Line {
  readonly line: number;
  readonly text: string;
}

export function findWords(
  words: string,
  note: string | null,
  lines: readonly Line[],
  /** Where the selection was; looked at first. */
  preferred: 'note' | 'transcript' = 'note',
): Place | null {
  const pattern = patternOf(words);
  if (pattern === null) return null;
  const inNote = (): Place | null => {
    const match = pattern.exec(note ?? '');
    return match === null ? null : { in: 'note', start: match.index, end: match.index + match[0].length };
  };
  const inLines = (): Place | null => {
    for (const { line, text } of lines) {
      const match = pattern.exec(text);
      if (match !== null)
        return { in: 'transcript', line, start: match.index, end: match.index + match[0].length };
    }
    return null;
  };
  return preferred === 'note' ? (inNote() ?? inLines()) : (inLines() ?? inNote());
}

/** Letter case and the white space between words do not matter: a line end on screen is a space to the eye. */
function patternOf(words: string): RegExp | null {
  const pieces = words
    .trim()
    .split(/\s+/u)
    .filter((piece) => piece !== '');
  if (pieces.length === 0) return null;
  return new RegExp(pieces.map((piece) => piece.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&')).join('\\s+'), 'iu');
}
