/**
 * Reading a reply is not scoring it: an extractor says what the reply gives as its answer, in one canonical form, by
 * two readings side by side. A reply that cannot be read, or that gives two answers, has no reading and is never
 * guessed at. Extractors read stored outputs, so another one can be tried without the model.
 */
import type { UnscoredReason } from '../contracts.ts';
import { refusedInOtherLanguage, withEnglishAnnouncements } from '../extract/announcements.ts';
import { REFUSAL } from '../extract/choice-letter.ts';
import { replyEnds } from '../extract/reply-ends.ts';
import { answerAfterThinking } from '../extract/strip-thinking.ts';
import type { Choice } from '../packs/pack.ts';

export type Reading =
  /** One value, but for lists; an empty list is an answer ("none"). */
  | { readonly kind: 'read'; readonly values: readonly string[] }
  | { readonly kind: 'unscored'; readonly reason: UnscoredReason };

export interface Extraction {
  /** Only when the reply has exactly the form that was asked for. */
  readonly strict: readonly string[] | null;
  readonly flexible: Reading;
}

/** What the question offers to its reader. */
export interface AskedOf {
  readonly choices?: readonly Choice[];
  /** The text a span must stand in. */
  readonly source?: string;
}

export interface Extractor {
  readonly id: string;
  readonly title: string;
  /** The form that the strict reading wants, and the canonical form of what is read. */
  readonly description: string;
  extract(reply: string, asked: AskedOf): Extraction;
}

export const FAILED: Reading = { kind: 'unscored', reason: 'extraction-failed' };

/** One value, however often it is given; two are an ambiguous answer. */
export function oneOf(values: readonly string[]): Reading {
  const distinct = [...new Set(values)];
  if (distinct.length === 0) return FAILED;
  return distinct.length > 1
    ? { kind: 'unscored', reason: 'ambiguous-answer' }
    : { kind: 'read', values: distinct };
}

export function isRefusal(text: string): boolean {
  return REFUSAL.test(text) || refusedInOtherLanguage(text);
}

interface Readers {
  /** On the answer as it was written. */
  strict(text: string): readonly string[] | null;
  /** On the answer with its announcements in their English form. */
  flexible(text: string): Reading;
}

/** Thoughts are left out, an unclosed thought is no answer, and a refusal is told apart from what cannot be read. */
export function readReply(reply: string, readers: Readers): Extraction {
  if (reply.trim() === '') return { strict: null, flexible: { kind: 'unscored', reason: 'empty-output' } };
  const part = answerAfterThinking(reply);
  const text = part.kind === 'answer' ? part.text.trim() : '';
  if (text === '') return { strict: null, flexible: FAILED };
  const ends = replyEnds(text);
  const strict = readers.strict(ends);
  if (strict !== null) return { strict, flexible: { kind: 'read', values: strict } };
  const flexible = readers.flexible(replyEnds(withEnglishAnnouncements(ends)));
  const nothing = flexible.kind === 'unscored' && flexible.reason === 'extraction-failed';
  const refused = nothing && isRefusal(ends);
  return { strict: null, flexible: refused ? { kind: 'unscored', reason: 'refused' } : flexible };
}
