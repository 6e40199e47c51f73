/** Long work of this folder: it can be watched and stopped, and lets the page breathe. */
import { AppError } from '../../core/errors.ts';

export interface WorkControl {
  readonly signal: AbortSignal;
  /** `part` of the whole, 0 to 1. */
  onProgress(part: number): void;
}

/** Longest that the page goes without a turn. */
const TURN_MS = 24;

/** To be awaited often: returns at once until a turn is due. Throws runtime/cancelled. */
export function createTurns(signal: AbortSignal): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (signal.aborted) throw new AppError('runtime/cancelled', 'cancelled');
    if (performance.now() - since < TURN_MS) return;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  };
}
