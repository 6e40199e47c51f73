/** What the hub says of one model at one commit. Form: the hub's /api/models/{id}/revision/{rev}?blobs=true. */
import * as v from 'valibot';
import { AppError } from '../errors.ts';

const text = v.pipe(v.string(), v.maxLength(2_000));
const bytes = v.pipe(v.number(), v.integer(), v.minValue(0));
const hex = (digits: number) => v.pipe(v.string(), v.regex(new RegExp(`^[0-9a-f]{${digits}}$`, 'u')));

/** No "..", no leading slash, no backslash, no control characters: a hub must not name files outside its model. */
const path = v.pipe(
  text,
  v.check(
    (value) => /^(?!\/)(?!.*(^|\/)\.\.?(\/|$))[^\\\p{Cc}]+$/u.test(value),
    'must be a plain relative path',
  ),
);

const InfoSchema = v.looseObject({
  sha: hex(40),
  gated: v.optional(v.union([v.boolean(), text]), false),
  cardData: v.optional(
    v.nullable(
      v.looseObject({
        license: v.optional(v.nullable(v.union([text, v.array(text)]))),
        license_name: v.optional(v.nullable(text)),
        license_link: v.optional(v.nullable(text)),
      }),
    ),
  ),
  tags: v.optional(v.array(text), []),
  siblings: v.pipe(
    v.array(
      v.looseObject({
        rfilename: path,
        size: v.optional(v.nullable(bytes)),
        blobId: v.optional(v.nullable(text)),
        lfs: v.optional(v.nullable(v.looseObject({ sha256: v.optional(text), oid: v.optional(text) }))),
      }),
    ),
    v.maxLength(10_000),
  ),
});

export interface HubFile {
  readonly path: string;
  readonly bytes: number | null;
  /** Of large files. */
  readonly sha256: string | null;
  /** Of small files the hub knows only Git's name: SHA-1 over "blob <size>\0" and the content. */
  readonly gitSha1: string | null;
}

export interface HubListing {
  readonly repository: string;
  /** The commit. */
  readonly revision: string;
  /** The owner gives files only to accounts that accepted the terms; this page has none. */
  readonly gated: boolean;
  readonly licence: string | null;
  readonly licenceUrl: string | null;
  readonly files: readonly HubFile[];
}

export function readHubListing(repository: string, json: unknown): HubListing {
  const result = v.safeParse(InfoSchema, json);
  if (!result.success) {
    const issue = result.issues[0];
    const field = v.getDotPath(issue) ?? '(top level)';
    throw new AppError('input/schema', `the hub’s answer: ${field} ${issue.message}`, { field });
  }
  const { sha, gated, cardData, tags, siblings } = result.output;
  const tagged = tags.find((tag) => tag.startsWith('license:'))?.slice('license:'.length);
  const said = cardData?.license;
  const named = (Array.isArray(said) ? said.join(', ') : said) ?? tagged ?? null;
  return {
    repository,
    revision: sha,
    gated: gated !== false,
    // "other" says nothing; the name beside it does.
    licence: named === 'other' ? (cardData?.license_name ?? named) : named,
    licenceUrl: webAddress(cardData?.license_link ?? null),
    files: siblings.map(({ rfilename, size, blobId, lfs }) => ({
      path: rfilename,
      bytes: size ?? null,
      sha256: hexOrNull(lfs?.sha256 ?? lfs?.oid ?? null, 64),
      gitSha1: lfs === undefined || lfs === null ? hexOrNull(blobId ?? null, 40) : null,
    })),
  };
}

function hexOrNull(value: string | null, digits: number): string | null {
  return value !== null && new RegExp(`^[0-9a-f]{${digits}}$`, 'u').test(value) ? value : null;
}

function webAddress(value: string | null): string | null {
  return value !== null && /^https:\/\/[^\s"'<>]+$/u.test(value) ? value : null;
}
