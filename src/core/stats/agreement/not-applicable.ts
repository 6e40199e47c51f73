/** Why a statistic of agreement has no value here. Undefined is said, never shown as 0, 1 or NaN. */
const REASONS = {
  'no-pairable-ratings': 'no item has ratings of two raters',
  'needs-two-raters': 'defined for exactly two raters',
  'one-rater': 'needs at least two raters',
  'no-complete-item': 'no item is rated by every rater',
  'too-few-items': 'needs at least two items rated by every rater',
  'one-category': 'all ratings are the same: agreement is complete, but chance alone would give it too',
  'no-variation': 'the ratings do not vary: there is nothing to relate the error to',
  'not-numeric': 'needs ratings that are numbers',
  'wrong-level': 'has no meaning at this level of measurement',
  'too-many-categories':
    'more than 100 different ratings, or more than items: kappa is for categories; the interval alpha and the ICC use the distances',
  'not-binary': 'defined for two categories',
  'undefined-ratio': 'the formula divides by zero or by a negative variance here',
  'no-calibration': 'needs items of either true class that both the judge and the reference rated',
  'no-judged-items': 'needs items that the judge rated and the reference did not',
  'uninformative-judge':
    'sensitivity + specificity is not above 1: the judge carries no information to correct',
} as const;

export type NotApplicableReason = keyof typeof REASONS;

export interface NotApplicable {
  readonly kind: 'not-applicable';
  readonly reason: NotApplicableReason;
  readonly words: string;
}

export function notApplicable(reason: NotApplicableReason): NotApplicable {
  return { kind: 'not-applicable', reason, words: REASONS[reason] };
}
