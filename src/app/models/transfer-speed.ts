/** Bytes a second over the last moments, and what that means for the rest. */
const WINDOW_MS = 10_000;
const LEAST_MS = 1_000;

export interface TransferSpeed {
  add(atMs: number, doneBytes: number): void;
  /** What comes next has nothing to do with what was seen. */
  forget(): void;
  bytesPerSecond(): number | null;
}

export function createTransferSpeed(): TransferSpeed {
  let seen: { readonly atMs: number; readonly doneBytes: number }[] = [];
  return {
    add: (atMs, doneBytes) => {
      // A file that began again has fewer bytes than before: what was measured no longer belongs together.
      if (doneBytes < (seen.at(-1)?.doneBytes ?? 0)) seen = [];
      seen = [
        ...seen.filter((each) => each.atMs < atMs && atMs - each.atMs <= WINDOW_MS),
        { atMs, doneBytes },
      ];
    },
    forget: () => {
      seen = [];
    },
    bytesPerSecond: () => {
      const first = seen[0];
      const last = seen.at(-1);
      if (first === undefined || last === undefined || last.atMs - first.atMs < LEAST_MS) return null;
      return ((last.doneBytes - first.doneBytes) / (last.atMs - first.atMs)) * 1000;
    },
  };
}
