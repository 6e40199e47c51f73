/**
 * The browser writes addresses into its history on the disk, and an id may be called after a patient. While there is
 * a vault, addresses carry "~1", "~2" … instead, and only this tab knows what they stand for.
 */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const ALIAS = /^~(\d+)$/u;

let active = false;
const ids: string[] = [];

export function keepIdsOutOfPaths(on: boolean): void {
  active = on;
}

/** What an address says for this id. One that was drawn at random says nothing and stays. */
export function inPath(id: string): string {
  if (!active || UUID.test(id)) return encodeURIComponent(id);
  if (!ids.includes(id)) ids.push(id);
  return `~${ids.indexOf(id) + 1}`;
}

/** Null for what is no alias, or one that an earlier visit gave. */
export function fromAlias(segment: string): string | null {
  const number = ALIAS.exec(segment)?.[1];
  return number === undefined ? null : (ids[Number(number) - 1] ?? null);
}

export const isLostAlias = (segment: string): boolean => ALIAS.test(segment) && fromAlias(segment) === null;
