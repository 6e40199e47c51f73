/** Fetches every file of a manifest from a site and compares; and asks the site itself what else it says it has. */
import * as v from 'valibot';
import { AppError } from '../../core/errors.ts';
import { createSha256 } from '../../core/digest.ts';
import {
  FILE_MANIFEST,
  FileManifestSchema,
  type FileManifest,
} from '../../core/supply-chain/file-manifest.ts';
import { getRaw } from './get-raw.ts';

export interface SiteCheck {
  readonly same: number;
  readonly differing: readonly {
    readonly path: string;
    readonly expected: { readonly bytes: number; readonly sha256: string };
    readonly found: { readonly bytes: number; readonly sha256: string };
  }[];
  /** With the status, or why there was no answer. */
  readonly missing: readonly { readonly path: string; readonly why: string }[];
  /** What the site's own manifest or its start page names and the given manifest does not. */
  readonly extra: readonly string[];
}

const AT_A_TIME = 6;

interface Fetched {
  readonly bytes: number;
  readonly sha256: string;
}

export async function checkSite(site: URL, manifest: FileManifest): Promise<SiteCheck> {
  const differing: SiteCheck['differing'][number][] = [];
  const missing: SiteCheck['missing'][number][] = [];
  const waiting = [...manifest.files];
  let same = 0;
  const one = async ({ path, bytes, sha256 }: FileManifest['files'][number]): Promise<void> => {
    const found = await fetchFile(site, path);
    if (typeof found === 'string') missing.push({ path, why: found });
    else if (found.sha256 === sha256 && found.bytes === bytes) same += 1;
    else differing.push({ path, expected: { bytes, sha256 }, found });
  };
  const work = async (): Promise<void> => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) await one(file);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  // A host that gives nothing at all is a wrong address or no connection, not a build that differs.
  if (missing.length === manifest.files.length)
    throw new AppError(
      'network/offline',
      `${site.href}: no file of the build could be fetched (${missing[0]?.why ?? ''})`,
      {
        url: site.href,
      },
    );
  const byPath = (a: { readonly path: string }, b: { readonly path: string }) => (a.path < b.path ? -1 : 1);
  return {
    same,
    differing: differing.sort(byPath),
    missing: missing.sort(byPath),
    extra: await extraFiles(site, manifest),
  };
}

async function fetchFile(site: URL, path: string): Promise<Fetched | string> {
  try {
    const { status, body } = await getRaw(new URL(path.split('/').map(encodeURIComponent).join('/'), site));
    const hash = createSha256();
    let bytes = 0;
    for await (const piece of body) {
      hash.update(piece);
      bytes += piece.length;
    }
    return status === 200 ? { bytes, sha256: hash.digestHex() } : `HTTP ${status}`;
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
  }
}

async function fetchText(site: URL, path: string): Promise<string> {
  try {
    const { status, body } = await getRaw(new URL(path, site));
    const pieces: Uint8Array[] = [];
    for await (const piece of body) pieces.push(piece);
    return status === 200 ? Buffer.concat(pieces).toString('utf8') : '';
  } catch {
    return '';
  }
}

/** A web server does not list what it has: only what the site itself names can be found. */
async function extraFiles(site: URL, manifest: FileManifest): Promise<string[]> {
  const known = new Set([...manifest.files.map(({ path }) => path), FILE_MANIFEST]);
  const own = v.safeParse(FileManifestSchema, jsonOrNull(await fetchText(site, FILE_MANIFEST)));
  const listed = own.success ? own.output.files.map(({ path }) => path) : [];
  const named = [...(await fetchText(site, './')).matchAll(/\s(?:src|href)\s*=\s*["']?([^"'\s>]+)/giu)].map(
    ([, address = '']) => relativePath(address, site),
  );
  return [...new Set([...listed, ...named])].filter((path) => path !== '' && !known.has(path)).sort();
}

/** A path below the site, or the whole address when it is elsewhere. */
function relativePath(address: string, site: URL): string {
  const url = URL.canParse(address, site.href) ? new URL(address, site) : null;
  if (url === null || /^(data|blob|about):$/u.test(url.protocol)) return '';
  const here = url.origin === site.origin && url.pathname.startsWith(site.pathname);
  return here ? decodeURIComponent(url.pathname.slice(site.pathname.length)) : url.href;
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
