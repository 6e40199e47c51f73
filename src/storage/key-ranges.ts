/** Every key whose first parts are these: in IndexedDB's order an array sorts after every string and number. */
export function startingWith(...parts: string[]): IDBKeyRange {
  return IDBKeyRange.bound(parts, [...parts, []]);
}

export function ofRun(runId: string): IDBKeyRange {
  return startingWith(runId);
}

export function restOfRun(runId: string, after: [string, number, number]): IDBKeyRange {
  return IDBKeyRange.bound(after, [runId, []], true);
}
