/** Clinical terms in a text; where terms overlap the longest wins, at equal length the stricter list. */
import type { ClinicalText } from '../../extract/clinical-text.ts';
import { findExact, namePattern, type Mention, type NamePattern } from '../../extract/match-name.ts';
import { TERM_GROUPS, type TermGroup } from './clinical-terms.ts';

export interface TermMention extends Mention {
  readonly group: TermGroup;
}

const PATTERNS: readonly { readonly group: TermGroup; readonly pattern: NamePattern }[] = TERM_GROUPS.flatMap(
  (group) => group.terms.map((term) => ({ group, pattern: namePattern(term) })),
);
/** Groups later in the list are narrower in what counts as having spoken of them. */
const ORDER: ReadonlyMap<TermGroup, number> = new Map(TERM_GROUPS.map((group, at) => [group, -at]));

/** "Mr. Walker" */
function isFamilyName(text: ClinicalText, at: number): boolean {
  const { start = 0, end = 0 } = text.tokens[at] ?? {};
  const word = text.text.slice(start, end);
  return (
    /^[A-Z][a-z]/u.test(word) && /\b[A-Z][a-z]+\.?\s$/u.test(text.text.slice(Math.max(0, start - 14), start))
  );
}

export function termMentions(text: ClinicalText): TermMention[] {
  const found = PATTERNS.flatMap(({ group, pattern }) =>
    findExact(text, pattern)
      // "Neurological:" is no referral to neurology, and "elevated" no advice to elevate.
      .filter(
        ({ first }) =>
          group.kind !== 'procedure' ||
          !/(?:ical|ated|ation)$/u.test(text.tokens[first]?.word ?? '') ||
          pattern.name.toLowerCase().startsWith(text.tokens[first]?.word ?? ''),
      )
      .filter(({ first }) => group.kind !== 'procedure' || !isFamilyName(text, first))
      .map((mention): TermMention => ({ ...mention, group })),
  );
  found.sort(
    (a, b) => a.first - b.first || b.last - a.last || (ORDER.get(a.group) ?? 0) - (ORDER.get(b.group) ?? 0),
  );
  const kept: TermMention[] = [];
  let reached = -1;
  for (const mention of found) {
    if (mention.first < reached) continue;
    kept.push(mention);
    reached = mention.last;
  }
  return kept;
}
