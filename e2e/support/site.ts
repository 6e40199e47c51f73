/**
 * A server of a test's own: with or without headers, under any sub-path, with a log of what was asked for and files
 * put over those of the build. `test` from here brings the network guard, held to exactly this site.
 */
import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { startServer } from '../../scripts/serve.ts';
import { securityHeaders } from '../../src/core/network/policies.ts';
import { DIST } from './dist.ts';
import { test as guarded } from './network.ts';

export interface OverlayFile {
  readonly body: string | Buffer;
  readonly type: string;
}
/** Path relative to the page -> what is served there instead. */
export type Overlay = Readonly<Record<string, OverlayFile>>;

export interface SiteOptions {
  /** False imitates a host that cannot set headers. */
  readonly headers?: boolean;
  readonly base?: string;
  readonly overlay?: Overlay;
  /**
   * False takes the security policy away wherever it comes from (header, meta tag, service worker), so that a guard
   * that sees nothing proves something: with the policy a refused request never becomes one.
   */
  readonly policy?: boolean;
}

export interface LoggedRequest {
  readonly path: string;
  readonly status: number;
}

export interface Site {
  readonly url: string;
  /** In the order in which they were answered. */
  readonly log: readonly LoggedRequest[];
  /** Laid over the build from now on. */
  put(overlay: Overlay): void;
  close(): Promise<void>;
}

export const json = (value: unknown): OverlayFile => ({
  body: JSON.stringify(value),
  type: 'application/json',
});
export const script = (body: string): OverlayFile => ({ body, type: 'text/javascript' });
export const html = (body: string): OverlayFile => ({ body, type: 'text/html; charset=utf-8' });

export async function startSite(options: SiteOptions = {}): Promise<Site> {
  const { base = '/', policy = true } = options;
  const headers = policy && options.headers !== false;
  const overlay = new Map(Object.entries({ ...(policy ? {} : withoutPolicy()), ...options.overlay }));
  const log: LoggedRequest[] = [];
  const answer = (path: string, { body, type }: OverlayFile, response: ServerResponse): true => {
    response.writeHead(200, {
      ...(headers ? securityHeaders(path) : {}),
      'Content-Type': type,
      'Cache-Control': 'no-cache',
    });
    response.end(body);
    return true;
  };
  const server = await startServer({
    root: DIST,
    port: 0,
    headers,
    base,
    intercept: (request, response) => {
      const path = new URL(request.url ?? '/', 'http://site').pathname;
      response.on('finish', () => log.push({ path, status: response.statusCode }));
      const file = overlay.get((path.startsWith(base) ? path.slice(base.length) : path) || 'index.html');
      return file === undefined ? false : answer(path, file, response);
    },
  });
  return {
    url: server.url,
    log,
    put: (more) => {
      for (const [path, file] of Object.entries(more)) overlay.set(path, file);
    },
    close: () => server.close(),
  };
}

/** The build with the policy taken out of its page and of its service worker. */
function withoutPolicy(): Overlay {
  const without = (path: string, pattern: RegExp, by: string): string => {
    const text = readFileSync(join(DIST, path), 'utf8');
    const changed = text.replaceAll(pattern, by);
    if (changed === text) throw new Error(`${path} carries no policy to take out`);
    return changed;
  };
  return {
    'index.html': html(without('index.html', /<meta http-equiv="Content-Security-Policy"[^>]*>/gu, '')),
    'service-worker.js': script(without('service-worker.js', /Content-Security-Policy/gu, 'X-No-Policy')),
  };
}

export const test = guarded.extend<{ siteOptions: SiteOptions; site: Site }>({
  siteOptions: [{}, { option: true }],
  site: async ({ siteOptions }, use) => {
    const site = await startSite(siteOptions);
    await use(site);
    await site.close();
  },
  // The guard reads it: what this site does not serve is off-origin, the parent folder included.
  baseURL: async ({ site }, use) => use(site.url),
});
export { expect } from './network.ts';
