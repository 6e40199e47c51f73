/**
 * The build under test as a second one: every name with a hash in it is another, in all files that mention it, so that
 * nothing of the first build is found on the server any more; and its version says that it is another.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DIST } from './dist.ts';
import type { Overlay } from './site.ts';

export const SECOND_VERSION = '9.9.9';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  mjs: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
};

export interface SecondBuild {
  readonly files: Overlay;
  /** Paths of the first build that are gone. */
  readonly gone: readonly string[];
}

export function secondBuild(): SecondBuild {
  const assets = readdirSync(join(DIST, 'assets'));
  const renamed = new Map(
    assets.map((name) => [
      name,
      name.replace(
        /-([\w-]{8})\.([\w.]+)$/u,
        (_all, hash: string, end: string) => `-${[...hash].reverse().join('')}.${end}`,
      ),
    ]),
  );
  /** Files without a hash in their name are told apart by the service worker’s revisions. */
  const otherRevisions = (text: string): string =>
    text.replace(/\b[0-9a-f]{32}\b/gu, (hash) => [...hash].reverse().join(''));
  const again = (text: string): string =>
    [...renamed]
      .reduce((all, [from, to]) => all.replaceAll(from, to), text)
      .replaceAll('0.1.0', SECOND_VERSION);
  const files: Record<string, Overlay[string]> = {};
  const paths = [
    ...assets.map((name) => `assets/${name}`),
    'index.html',
    'service-worker.js',
    'manifest.sha256.json',
  ];
  for (const path of paths) {
    const file = join(DIST, path);
    if (!statSync(file).isFile()) continue;
    const type = TYPES[path.split('.').at(-1) ?? ''];
    const body = type === undefined ? readFileSync(file) : again(otherRevisions(readFileSync(file, 'utf8')));
    files[again(path)] = { body, type: type ?? 'application/octet-stream' };
  }
  return { files, gone: assets.filter((name) => renamed.get(name) !== name).map((name) => `assets/${name}`) };
}
