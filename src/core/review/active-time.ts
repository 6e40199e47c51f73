/**
 * Minutes of work on a note. Time counts from one sign of activity to the next, but never more than the idle
 * limit after the last one, and not at all while the page is hidden.
 */
export const IDLE_MS = 60_000;

export interface ActiveTime {
  readonly totalMs: number;
  /** Time of the last activity; null while paused. */
  readonly lastAt: number | null;
}

export const startOfWork = (totalMs: number): ActiveTime => ({ totalMs, lastAt: null });

export function atActivity(time: ActiveTime, now: number): ActiveTime {
  return { totalMs: activeMs(time, now), lastAt: now };
}

/** The page was hidden or the editor closed. */
export function atPause(time: ActiveTime, now: number): ActiveTime {
  return { totalMs: activeMs(time, now), lastAt: null };
}

export function activeMs({ totalMs, lastAt }: ActiveTime, now: number): number {
  return lastAt === null ? totalMs : totalMs + Math.min(Math.max(0, now - lastAt), IDLE_MS);
}

export function isIdle({ lastAt }: ActiveTime, now: number): boolean {
  return lastAt === null || now - lastAt > IDLE_MS;
}
