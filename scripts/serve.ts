/** A static file server for the built page: real 404s, right types, and the headers of the default policy. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import sirv from 'sirv';
import { securityHeaders } from '../src/core/network/policies.ts';

export interface StaticServer {
  /** Ends with "/". */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

export interface ServeOptions {
  readonly root: string;
  /** 0 = any free port. */
  readonly port: number;
  /** False imitates a host that cannot set headers, such as GitHub Pages. */
  readonly headers?: boolean;
  /** Named to the worker for servers, which asks only those that the build names as well; default none. */
  readonly endpoints?: readonly string[];
  /** Sub-path the page is served under, e.g. "/demo/"; default "/". */
  readonly base?: string;
  /** Sees each request first and may answer it, by returning true. Tests keep a log and put files in the way. */
  readonly intercept?: (request: IncomingMessage, response: ServerResponse) => boolean;
}

export async function startServer(options: ServeOptions): Promise<StaticServer> {
  const base = options.base ?? '/';
  const files = sirv(resolve(options.root), {
    etag: true,
    dev: true, // read from disk at each request: tests change files under a running server
    setHeaders: (response, path) => {
      if (options.headers !== false) {
        const headers = securityHeaders(path, 'default', options.endpoints);
        for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      }
      response.setHeader('Cache-Control', 'no-cache');
    },
  });
  const server: Server = createServer((request, response) => {
    const notFound = (): void => {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' });
      response.end('Not found\n');
    };
    if (options.intercept?.(request, response) === true) return;
    const url = request.url ?? '/';
    if (!url.startsWith(base)) return notFound();
    request.url = `/${url.slice(base.length)}`;
    files(request, response, notFound);
  });
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(options.port, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${base}`,
    port,
    close: () =>
      new Promise<void>((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
