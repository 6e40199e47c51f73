/** Against a real HTTP server that behaves like the hub, and like servers that behave badly. */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { downloadFile, type FileEvents } from './download-file.ts';
import type { WantedFile } from './hub-protocol.ts';
import { memoryPartFile } from './memory-part-file.ts';

const CONTENT = Uint8Array.from({ length: 300_000 }, (_, at) => (at * 7 + (at >> 8)) % 256);
const SHA256 = createHash('sha256').update(CONTENT).digest('hex');
const GIT = createHash('sha1').update(`blob ${CONTENT.length}\0`).update(CONTENT).digest('hex');

type Answer = (request: IncomingMessage, response: ServerResponse, call: number) => void;
let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(answer: Answer): Promise<{ url: string; asked: IncomingMessage[] }> {
  const asked: IncomingMessage[] = [];
  server = createServer((request, response) => {
    asked.push(request);
    answer(request, response, asked.length);
  });
  await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/file`, asked };
}

/** As the hub does: ranges, strong names, If-Range. */
const whole: Answer = (request, response) => {
  const range = /^bytes=(\d+)-$/u.exec(request.headers.range ?? '');
  const ifRange = request.headers['if-range'];
  const from = range !== null && (ifRange === undefined || ifRange === '"v1"') ? Number(range[1]) : 0;
  response.writeHead(from > 0 ? 206 : 200, {
    etag: '"v1"',
    'accept-ranges': 'bytes',
    'content-length': CONTENT.length - from,
    ...(from > 0 ? { 'content-range': `bytes ${from}-${CONTENT.length - 1}/${CONTENT.length}` } : {}),
  });
  response.end(CONTENT.subarray(from));
};
const cutAfter =
  (bytes: number): Answer =>
  (request, response, call) => {
    if (call > 1) return whole(request, response, call);
    response.writeHead(200, { etag: '"v1"', 'content-length': CONTENT.length });
    response.write(CONTENT.subarray(0, bytes), () => setTimeout(() => response.destroy(), 20));
  };

function run(url: string, change: Partial<WantedFile> = {}, file = memoryPartFile()) {
  const told: string[] = [];
  const events: FileEvents = {
    progress: (phase) => void (told.at(-1) === phase || told.push(phase)),
    etag: () => undefined,
    restarted: (reason) => void told.push(reason),
  };
  const wanted: WantedFile = {
    path: 'onnx/model.onnx',
    url,
    bytes: CONTENT.length,
    expectedSha256: SHA256,
    expectedGitSha1: null,
    etag: null,
    ...change,
  };
  const controller = new AbortController();
  const deps = { send: fetch, wait: async () => undefined, stalledAfterMs: 500 };
  const done = downloadFile(wanted, file, events, deps, controller.signal);
  return { done, told, file, controller };
}
const part = (bytes: number) => memoryPartFile(Infinity, CONTENT.slice(0, bytes));

describe('a file of the hub', () => {
  it('is fetched and named by its hash', async () => {
    const { url } = await serve(whole);
    const { done, file } = run(url, { expectedGitSha1: GIT });
    expect(await done).toEqual({ bytes: CONTENT.length, sha256: SHA256 });
    expect(file.bytes()).toEqual(CONTENT);
  });

  it('goes on where it was left, by range and only if the file is still the same', async () => {
    const { url, asked } = await serve(whole);
    const { done, told } = run(url, { etag: '"v1"' }, part(180_000));
    expect((await done).sha256).toBe(SHA256);
    expect(asked[0]?.headers).toMatchObject({ range: 'bytes=180000-', 'if-range': '"v1"' });
    expect(told).toEqual(['checking', 'downloading']);
  });

  it('that is here already is read again and nothing is fetched', async () => {
    const { url, asked } = await serve(whole);
    expect((await run(url, {}, part(CONTENT.length)).done).sha256).toBe(SHA256);
    expect(asked).toEqual([]);
  });

  it('goes on by itself after a connection that broke', async () => {
    const { url, asked } = await serve(cutAfter(120_000));
    expect((await run(url).done).sha256).toBe(SHA256);
    expect(asked[1]?.headers.range).toMatch(/^bytes=[1-9]/u);
  });

  it('begins again where the server knows no ranges, and that is said', async () => {
    const { url } = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': CONTENT.length });
      response.end(CONTENT);
    });
    const { done, told } = run(url, {}, part(100_000));
    expect((await done).sha256).toBe(SHA256);
    expect(told).toEqual(['checking', 'no-ranges', 'downloading']);
  });

  it('begins again when the server has another file by now', async () => {
    const { url } = await serve(whole);
    const { done, told } = run(url, { etag: '"v0"' }, part(100_000));
    expect((await done).sha256).toBe(SHA256);
    expect(told).toContain('changed');
  });

  it('goes on without If-Range where a host refuses the question about it', async () => {
    const { url, asked } = await serve((request, response, call) => {
      // As a browser sees a refused preflight: no answer at all.
      if (request.headers['if-range'] !== undefined) return void response.destroy();
      whole(request, response, call);
    });
    expect((await run(url, { etag: '"v1"' }, part(100_000)).done).sha256).toBe(SHA256);
    expect(asked.at(-1)?.headers).toMatchObject({ range: 'bytes=100000-' });
  });

  it.each([
    ['cut short for good', cutAlways, 'hub/unreachable', 'kept'],
    ['silent', silent, 'hub/unreachable', 'kept'],
    ['not there', status(404), 'hub/not-found', 'kept'],
    ['gated', status(401), 'hub/gated', 'kept'],
    ['busy', status(429), 'hub/busy', 'kept'],
    ['failing', status(500), 'network/http-status', 'kept'],
    ['a web page', page, 'network/html-instead-of-file', 'kept'],
    ['another file of the same length', altered, 'model/file-altered', 'dropped'],
    ['longer than announced', longer, 'model/file-altered', 'dropped'],
  ] as const)('%s ends with its own words', async (_what, answer, code, remains) => {
    const { url } = await serve(answer);
    const { done, file } = run(url, {}, part(1_000));
    await expect(done).rejects.toMatchObject({ code });
    if (remains === 'kept') expect(file.size()).toBeGreaterThanOrEqual(1_000);
    else expect(file.size()).toBe(0);
  });

  it('whose part here was damaged is dropped, not taken for whole', async () => {
    const { url } = await serve(whole);
    const damaged = memoryPartFile(Infinity, new Uint8Array(100_000));
    await expect(run(url, {}, damaged).done).rejects.toMatchObject({ code: 'model/file-altered' });
    expect(damaged.size()).toBe(0);
  });

  it('stops on a full disk and keeps its part', async () => {
    const { url } = await serve(whole);
    const full = memoryPartFile(200_000);
    await expect(run(url, {}, full).done).rejects.toMatchObject({ code: 'storage/quota' });
    expect(full.size()).toBeLessThanOrEqual(200_000);
  });

  it('is stopped at once and keeps its part', async () => {
    const { url } = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': CONTENT.length });
      response.write(CONTENT.subarray(0, 50_000));
    });
    const { done, controller, file } = run(url);
    const stopped = expect(done).rejects.toMatchObject({ code: 'runtime/cancelled' });
    await expect.poll(() => file.size()).toBe(50_000);
    controller.abort();
    await stopped;
    expect(file.size()).toBe(50_000);
  });
});

function cutAlways(_request: IncomingMessage, response: ServerResponse): void {
  response.destroy();
}
function silent(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(206, { 'content-range': `bytes 1000-${CONTENT.length - 1}/${CONTENT.length}` });
  response.flushHeaders();
}
function status(code: number): Answer {
  return (_request, response) => {
    response.writeHead(code);
    response.end();
  };
}
function page(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/html' });
  response.end('<!doctype html>');
}
function altered(_request: IncomingMessage, response: ServerResponse): void {
  const other = CONTENT.slice();
  other[200_000] = 1 + (other[200_000] ?? 0);
  response.writeHead(200, { 'content-length': other.length });
  response.end(other);
}
function longer(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200);
  response.end(new Uint8Array(CONTENT.length + 10));
}
