/**
 * How long a person waits after wrong passphrases. It keeps somebody at this computer from trying one after another;
 * who has copied the profile meets only the cost of the key derivation.
 */

const FREE_ATTEMPTS = 3;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 5 * 60_000;

export interface Attempts {
  readonly failed: number;
  /** Milliseconds since 1970. */
  readonly lastAt: number;
}

export const NO_ATTEMPTS: Attempts = { failed: 0, lastAt: 0 };

/** Zero when the next attempt may be made. Turning the clock back does not shorten it, and never makes it longer. */
export function waitMs({ failed, lastAt }: Attempts, now: number): number {
  if (failed < FREE_ATTEMPTS) return 0;
  const wait = Math.min(FIRST_WAIT_MS * 2 ** (failed - FREE_ATTEMPTS), LONGEST_WAIT_MS);
  return Math.max(0, wait - Math.max(0, now - lastAt));
}
