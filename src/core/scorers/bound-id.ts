/** Ids of scorers that were bound to something: `<scorer>@<what>-<hash>`. */

const HASH_DIGITS = 8;

export function boundId(scorerId: string, what: string, sha256: string): string {
  const words = what
    .replace(/[^A-Za-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 60);
  return `${scorerId}@${[words, sha256.slice(0, HASH_DIGITS)].filter((part) => part !== '').join('-')}`;
}

/** The id of the scorer itself, and what it was bound to; null for one that stands alone. */
export function partsOfBoundId(id: string): { readonly scorerId: string; readonly boundTo: string | null } {
  const at = id.indexOf('@');
  return at < 0 ? { scorerId: id, boundTo: null } : { scorerId: id.slice(0, at), boundTo: id.slice(at + 1) };
}
