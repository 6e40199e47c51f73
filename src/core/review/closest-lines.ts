/**
 * The lines of a transcript that share most with a sentence of the note: content words and numbers, rarer ones
 * counting more. It is where to look, not a proof that the sentence is right.
 */
import { porterStem } from '../extract/porter-stemmer.ts';

export interface SourceLine {
  readonly line: number;
  readonly text: string;
}

/** Words that stand in any sentence and say nothing of what it is about. */
const FUNCTION_WORDS = new Set(
  `a about after all also am an and any are as at be because been before but by can could did do does for from get
   got had has have he her hers him his how i if in into is it its just like me more my no nor not now of off oh okay
   on or our out over own right she so some than that the their them then there these they this those to too um uh
   up us very was we well were what when where which while who will with would yeah yes you your patient doctor denies
   reports states`
    .split(/\s+/u)
    .filter((word) => word !== ''),
);

/** A line that shares less than this part of the sentence's weight is not shown. */
const ENOUGH = 0.2;
/** Shown lines share at least this part of what the best one shares. */
const NEAR_BEST = 0.6;
const MOST = 3;

/** Prepared once for a transcript, asked for each sentence. */
export function lineFinder(lines: readonly SourceLine[]): (sentence: string) => readonly number[] {
  const prepared = lines.map(({ line, text }) => ({ line, terms: new Set(termsOf(text)) }));
  const frequency = new Map<string, number>();
  for (const { terms } of prepared) {
    for (const term of terms) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  }
  const weight = (term: string): number => Math.log(1 + prepared.length / (frequency.get(term) ?? 1));
  return (sentence) => {
    const wanted = [...new Set(termsOf(sentence))];
    const whole = wanted.reduce((sum, term) => sum + weight(term), 0);
    if (whole === 0) return [];
    const ranked = prepared
      .map(({ line, terms }) => ({
        line,
        share: wanted.reduce((sum, term) => (terms.has(term) ? sum + weight(term) : sum), 0) / whole,
      }))
      .filter(({ share }) => share >= ENOUGH)
      .sort((a, b) => b.share - a.share || a.line - b.line);
    const best = ranked[0]?.share ?? 0;
    return ranked
      .filter(({ share }) => share >= best * NEAR_BEST)
      .slice(0, MOST)
      .map(({ line }) => line);
  };
}

function termsOf(text: string): readonly string[] {
  const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
  const terms: string[] = [];
  for (const { segment, isWordLike } of segmenter.segment(text.toLowerCase())) {
    if (isWordLike !== true || FUNCTION_WORDS.has(segment)) continue;
    terms.push(/^[a-z]+$/u.test(segment) ? porterStem(segment) : segment);
  }
  return terms;
}
