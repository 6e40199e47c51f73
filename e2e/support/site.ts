/**
 * A server of a test's own: with or without headers, under any sub-path, with a log of what was asked for and files
 * put over those of the build. `test` from here brings the network guard, held to exactly this site.
 */
import type { ServerResponse } from 'node:http';
import { startServer } from '../../scripts/serve.ts';
import { SECURITY_HEADERS } from '../../vite/security-headers.ts';
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
  const { headers = true, base = '/' } = options;
  const overlay = new Map(Object.entries(options.overlay ?? {}));
  const log: LoggedRequest[] = [];
  const answer = ({ body, type }: OverlayFile, response: ServerResponse): true => {
    response.writeHead(200, {
      ...(headers ? SECURITY_HEADERS : {}),
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
      const file = overlay.get(path.startsWith(base) ? path.slice(base.length) : path);
      return file === undefined ? false : answer(file, response);
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
