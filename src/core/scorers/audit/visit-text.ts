/** What was said in a visit as one text that can be searched, with the way back to turns and documents. */
import type { SourceRange, TextRange } from '../../contracts.ts';
import { readClinicalText, type ClinicalText } from '../../extract/clinical-text.ts';
import type { Sample } from '../../packs/pack.ts';
import { withClauses } from './clauses.ts';

interface Part {
  readonly line: number | null;
  readonly document?: string;
  /** Null in a document. */
  readonly speaker: string | null;
  readonly start: number;
  readonly end: number;
}

/** The pieces of a visit in one text, one a line. */
export interface VisitParts {
  readonly text: string;
  readonly parts: readonly Part[];
  partAt(offset: number): number;
  sourceOf(range: TextRange): SourceRange | undefined;
  wordsOf(range: TextRange): string;
}

export interface VisitText extends VisitParts {
  readonly clinical: ClinicalText;
}

type Piece = Omit<Part, 'start' | 'end'> & { readonly text: string };

function piecesOf({ input, documents = [] }: Sample): Piece[] {
  const said =
    'turns' in input
      ? input.turns.map(({ line, speaker, text }): Piece => ({ line, speaker, text }))
      : input.messages.map(({ role, content }, at): Piece => ({
          line: at + 1,
          speaker: role,
          text: content,
        }));
  return [
    ...said,
    ...documents.map(({ id, text }): Piece => ({ line: null, document: id, speaker: null, text })),
  ];
}

/**
 * Speech as it is written down, made readable: "does n't" is one word, and fillers carry no commas. The text keeps
 * its length, so that offsets stay true.
 */
export function readableSpeech(text: string): string {
  const whole = text
    .replace(/(\p{L}) n(['’])t\b/giu, '$1n$2t ')
    .replace(/,(\s*(?:uh|um|er|you know|i mean|like)\s*),/giu, ' $1 ');
  return withClauses(whole);
}

export function visitText(sample: Sample): VisitText {
  const visit = visitParts(sample);
  return { ...visit, clinical: readClinicalText(readableSpeech(visit.text)) };
}

export function visitParts(sample: Sample): VisitParts {
  const parts: Part[] = [];
  const original: string[] = [];
  let length = 0;
  for (const { text, ...piece } of piecesOf(sample)) {
    parts.push({ ...piece, start: length, end: length + text.length });
    original.push(text);
    length += text.length + 1;
  }
  const whole = original.join('\n');
  const partAt = (offset: number): number => {
    let [low, high] = [0, parts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((parts[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return {
    text: whole,
    parts,
    partAt,
    wordsOf: ({ start, end }) => whole.slice(start, end),
    sourceOf: (range) => {
      const part = parts[partAt(range.start)];
      if (part === undefined) return undefined;
      const end = Math.min(range.end, part.end);
      return {
        line: part.line,
        ...(part.document === undefined ? {} : { document: part.document }),
        start: range.start - part.start,
        end: end - part.start,
      };
    },
  };
}
