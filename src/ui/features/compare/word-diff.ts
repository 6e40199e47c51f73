import type { Change } from 'diff';

type Diff = (a: string, b: string, options: { readonly timeout: number }) => Change[] | undefined;

export interface DiffPiece {
  readonly text: string;
  /** same: in both; only: not in the other text. */
  readonly kind: 'same' | 'only';
}

export interface WordDiff {
  readonly a: readonly DiffPiece[];
  readonly b: readonly DiffPiece[];
}

/** Two texts with next to nothing in common have no useful difference, and take long to find that out. */
const TIMEOUT_MS = 300;

/** Each text in pieces; null when they are too different to be worth marking. Joined, the pieces are the text. */
export function wordDiff(a: string, b: string, diff: Diff): WordDiff | null {
  const changes = diff(a, b, { timeout: TIMEOUT_MS });
  if (changes === undefined) return null;
  const side = (skipped: 'added' | 'removed', own: 'added' | 'removed'): DiffPiece[] =>
    changes
      .filter((change) => !change[skipped])
      .map((change) => ({ text: change.value, kind: change[own] ? 'only' : 'same' }));
  return { a: side('added', 'removed'), b: side('removed', 'added') };
}
