/** What a person types for a model of the hub, and the addresses that follow from it. */

export interface HubAddress {
  /** owner/name */
  readonly repository: string;
  /** A branch, a tag or a commit; the commit is what gets recorded. */
  readonly revision: string;
}

/** The hub's own rule for each half of a name: letters, digits, "-", "_", "."; no "--" or "..", none at the ends. */
const PART = /^(?!.*(--|\.\.))[A-Za-z0-9_]([A-Za-z0-9._-]{0,94}[A-Za-z0-9_])?$/u;
const REVISION = /^(?!.*\.\.)[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$/u;

/** owner/name, owner/name@revision, or the address of the model's page. Null when it is none of them. */
export function parseHubAddress(typed: string): HubAddress | null {
  const bare = typed
    .trim()
    .replace(/^https?:\/\/[^/]+\//u, '')
    .replace(/^(huggingface\.co|hf\.co)\//u, '')
    .replace(/[?#].*$/u, '')
    .replace(/\/+$/u, '');
  const [path = '', at] = bare.split('@');
  const [owner = '', name = '', verb, ...rest] = path.split('/');
  if (verb !== undefined && !['tree', 'blob', 'resolve', 'commit'].includes(verb)) return null;
  const revision = at ?? (verb === undefined ? 'main' : (rest[0] ?? 'main'));
  if (!PART.test(owner) || !PART.test(name) || !REVISION.test(revision)) return null;
  return { repository: `${owner}/${name}`, revision };
}

/** One question that brings the commit, the licence, and every file with its size and hash. */
export function hubInfoUrl(base: string, { repository, revision }: HubAddress): string {
  return `${base}/api/models/${repository}/revision/${encodeURIComponent(revision)}?blobs=true`;
}

export function hubFileUrl(base: string, { repository, revision }: HubAddress, path: string): string {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  return `${base}/${repository}/resolve/${encodeURIComponent(revision)}/${encoded}`;
}

export function hubPageUrl(base: string, { repository }: Pick<HubAddress, 'repository'>): string {
  return `${base}/${repository}`;
}
