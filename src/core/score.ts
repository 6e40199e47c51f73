/** A score, or why there is none. */
/** Why there is no score. Unscored is never zero and never dropped silently. */
export const UNSCORED_REASONS = [
  'missing-output',
  'empty-output',
  'no-reference',
  'no-facts',
  'no-choices',
  'no-answer',
  'no-encoder',
  'extraction-failed',
  'ambiguous-answer',
  'refused',
  'prompt-too-long',
  'truncated',
  'too-long-to-score',
  'sample-failed',
  'cancelled',
  'not-applicable',
  'held-out',
] as const;
export type UnscoredReason = (typeof UNSCORED_REASONS)[number];

export type Score =
  | { readonly state: 'scored'; readonly value: number }
  | { readonly state: 'unscored'; readonly reason: UnscoredReason };
