/**
 * The model hub as the tests know it: a server on this machine that speaks the hub's paths (list with commit, sizes and
 * hashes; files by commit; large ones by a redirect to another host; ranges and strong names; cross-origin headers).
 * The browser resolves the hub's real names to it, so the page under test is the one that is deployed, with its real
 * addresses and its real security policy. The hub itself cannot be reached from where these tests run.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { join } from 'node:path';
import { DIST } from './dist.ts';
import { selfSigned } from './self-signed.ts';

/** Beside the site's own port, so that several sessions do not meet. */
export const HUB_PORT = Number(process.env['BEDSIDE_E2E_PORT'] ?? 4199) + 1000;
const FILES_HOST = 'cas-bridge.xethub.hf.co';

/** What the browser must be started with. */
export const HUB_ARGS: readonly string[] = [
  '--ignore-certificate-errors',
  `--host-resolver-rules=MAP huggingface.co:443 127.0.0.1:${HUB_PORT},MAP *.hf.co:443 127.0.0.1:${HUB_PORT},MAP * ~NOTFOUND,EXCLUDE 127.0.0.1,EXCLUDE localhost`,
];

export interface HubContent {
  readonly bytes: number;
  readonly sha256: string;
  readonly gitSha1: string | null;
  piece(from: number, to: number): Uint8Array;
}

export function fixedContent(bytes: Uint8Array, large: boolean): HubContent {
  const git = createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
  return {
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    gitSha1: large ? null : git,
    piece: (from, to) => bytes.subarray(from, to),
  };
}

const BLOCK = 1 << 20;

/** As many bytes as one likes without keeping them: one block after the other, each with its number. */
export function madeContent(bytes: number): HubContent {
  const block = (at: number): Uint8Array => {
    const made = new Uint8Array(BLOCK).fill(at % 251);
    new DataView(made.buffer).setUint32(0, at);
    return made;
  };
  const piece = (from: number, to: number): Uint8Array => {
    const at = Math.floor(from / BLOCK);
    return block(at).subarray(from - at * BLOCK, Math.min(to - at * BLOCK, BLOCK));
  };
  const hash = createHash('sha256');
  for (let from = 0; from < bytes;) {
    const next = piece(from, bytes);
    hash.update(next);
    from += next.length;
  }
  return { bytes, sha256: hash.digest('hex'), gitSha1: null, piece };
}

export interface HubRequest {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly range: string | null;
}

export interface HubModel {
  readonly licence: string;
  readonly files: Readonly<Record<string, HubContent>>;
}

/** The demonstration model under a name of the hub's. */
export function demoModel(files: readonly string[]): HubModel {
  return {
    licence: 'apache-2.0',
    files: Object.fromEntries(
      files.map((path) => {
        const bytes = readFileSync(join(DIST, 'models/demo-tuned', path));
        return [path, fixedContent(bytes, path.endsWith('.onnx'))];
      }),
    ),
  };
}

export const COMMIT = '0123456789abcdef0123456789abcdef01234567';

export class Hub {
  readonly asked: HubRequest[] = [];
  /** Place in a large file at which the server falls silent, however often it is asked. */
  stallAfter: number | null = null;
  ranges = true;
  readonly #models: Readonly<Record<string, HubModel>>;
  readonly #server = createServer(selfSigned('huggingface.co'), (request, response) => {
    this.#answer(request, response);
  });

  constructor(models: Readonly<Record<string, HubModel>>) {
    this.#models = models;
  }

  async open(): Promise<void> {
    await new Promise<void>((done, fail) => {
      this.#server.once('error', fail).listen(HUB_PORT, '127.0.0.1', done);
    });
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  /** Breaks every connection, and gives no byte of a large file until `stallAfter` is set again. */
  hangUp(): void {
    this.stallAfter = 0;
    this.#server.closeAllConnections();
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', `https://${request.headers.host ?? 'huggingface.co'}`);
    const { method = 'GET' } = request;
    this.asked.push({ method, host: url.hostname, path: url.pathname, range: request.headers.range ?? null });
    response.setHeader('Access-Control-Allow-Origin', request.headers.origin ?? '*');
    response.setHeader(
      'Access-Control-Expose-Headers',
      'ETag,Accept-Ranges,Content-Range,X-Linked-Size,X-Linked-ETag',
    );
    // Like hosts that do not answer for If-Range: the page has to go on without it.
    if (method === 'OPTIONS') return void response.writeHead(403).end();
    const info = /^\/api\/models\/([^/]+\/[^/]+)\/revision\/[^/]+$/u.exec(url.pathname);
    const model = this.#models[info?.[1] ?? ''];
    if (info !== null)
      return model === undefined ? void response.writeHead(404).end() : sendInfo(response, model);
    const file = /^\/([^/]+\/[^/]+)\/resolve\/([0-9a-f]{40})\/(.+)$/u.exec(url.pathname);
    const path = decodeURIComponent(file?.[3] ?? '');
    const content = this.#models[file?.[1] ?? '']?.files[path];
    if (content === undefined) return void response.writeHead(404).end();
    if (content.gitSha1 === null && url.hostname !== FILES_HOST)
      return void response.writeHead(302, { Location: `https://${FILES_HOST}${url.pathname}` }).end();
    this.#send(request, response, content);
  }

  #send(request: IncomingMessage, response: ServerResponse, content: HubContent): void {
    const range = this.ranges ? /^bytes=(\d+)-(\d*)$/u.exec(request.headers.range ?? '') : null;
    const from = Number(range?.[1] ?? 0);
    const last = range === null || range[2] === '' ? content.bytes - 1 : Number(range[2]);
    const to = Math.min(content.bytes, last + 1);
    response.writeHead(range === null ? 200 : 206, {
      ETag: `"${content.sha256}"`,
      'Content-Type': 'application/octet-stream',
      'Content-Length': to - from,
      ...(this.ranges ? { 'Accept-Ranges': 'bytes' } : {}),
      ...(range === null ? {} : { 'Content-Range': `bytes ${from}-${to - 1}/${content.bytes}` }),
    });
    if (request.method === 'HEAD') return void response.end();
    const stop = content.gitSha1 === null && this.stallAfter !== null ? this.stallAfter : Infinity;
    let at = from;
    const more = (): void => {
      while (at < to && at < stop && !response.destroyed) {
        const piece = content.piece(at, Math.min(to, stop));
        at += piece.length;
        if (!response.write(piece)) return void response.once('drain', more);
      }
      if (at >= to) response.end();
    };
    more();
  }
}

function sendInfo(response: ServerResponse, { licence, files }: HubModel): void {
  const siblings = Object.entries(files).map(([rfilename, { bytes, sha256, gitSha1 }]) => ({
    rfilename,
    size: bytes,
    blobId: gitSha1 ?? 'f'.repeat(40),
    ...(gitSha1 === null ? { lfs: { sha256, size: bytes, pointerSize: 134 } } : {}),
  }));
  response.writeHead(200, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify({ sha: COMMIT, gated: false, cardData: { license: licence }, siblings }));
}
