/**
 * What a note takes over word by word: runs of at least eight words that stand so in one turn, message or document.
 * A note should say what was said, not how; long runs also hide that nothing was understood.
 */
import type { SourceRange, TextRange } from '../../contracts.ts';
import { placedWords, type PlacedWord } from '../../extract/placed-words.ts';
import type { Sample } from '../../packs/pack.ts';

export const LEAST_COPIED_WORDS = 8;
/** A phrase said more often than this is a phrase of the language. */
const MAX_PLACES = 50;

export interface CopiedRuns {
  readonly runs: readonly {
    readonly note: TextRange;
    readonly source: SourceRange;
    readonly words: number;
  }[];
  readonly share: number;
  readonly longest: number;
}

interface SourceText {
  readonly line: number | null;
  readonly document?: string;
  readonly words: readonly PlacedWord[];
}

/** Everything the model was told about this visit. */
export function sourceTexts(sample: Sample): readonly SourceText[] {
  const said: SourceText[] =
    'turns' in sample.input
      ? sample.input.turns.map(({ line, text }) => ({ line, words: placedWords(text) }))
      : sample.input.messages.map(({ content }, index) => ({ line: index + 1, words: placedWords(content) }));
  const documents = (sample.documents ?? []).map(({ id, text }): SourceText => ({
    line: null,
    document: id,
    words: placedWords(text),
  }));
  return [...said, ...documents];
}

export function findCopiedRuns(words: readonly PlacedWord[], sources: readonly SourceText[]): CopiedRuns {
  const places = new Map<string, { readonly source: SourceText; readonly at: number }[]>();
  for (const source of sources) {
    for (let at = 0; at + LEAST_COPIED_WORDS <= source.words.length; at += 1) {
      const key = gramAt(source.words, at);
      const known = places.get(key);
      if (known === undefined) places.set(key, [{ source, at }]);
      else if (known.length < MAX_PLACES) known.push({ source, at });
    }
  }
  const runs: CopiedRuns['runs'][number][] = [];
  let copied = 0;
  let at = 0;
  while (places.size > 0 && at + LEAST_COPIED_WORDS <= words.length) {
    let best = { length: 0, source: null as SourceText | null, at: 0 };
    for (const place of places.get(gramAt(words, at)) ?? []) {
      const length = commonLength(words, at, place.source.words, place.at);
      if (length > best.length) best = { length, source: place.source, at: place.at };
    }
    if (best.source === null) {
      at += 1;
      continue;
    }
    runs.push({
      note: rangeOf(words, at, best.length),
      source: {
        line: best.source.line,
        ...(best.source.document === undefined ? {} : { document: best.source.document }),
        ...rangeOf(best.source.words, best.at, best.length),
      },
      words: best.length,
    });
    copied += best.length;
    at += best.length;
  }
  return {
    runs,
    share: words.length === 0 ? 0 : copied / words.length,
    longest: runs.reduce((longest, run) => Math.max(longest, run.words), 0),
  };
}

function gramAt(words: readonly PlacedWord[], at: number): string {
  let key = '';
  for (let i = at; i < at + LEAST_COPIED_WORDS; i += 1) key += `${words[i]?.word ?? ''} `;
  return key;
}

function commonLength(
  a: readonly PlacedWord[],
  fromA: number,
  b: readonly PlacedWord[],
  fromB: number,
): number {
  let length = 0;
  while (a[fromA + length] !== undefined && a[fromA + length]?.word === b[fromB + length]?.word) length += 1;
  return length;
}

function rangeOf(words: readonly PlacedWord[], first: number, count: number): TextRange {
  return { start: words[first]?.start ?? 0, end: words[first + count - 1]?.end ?? 0 };
}
