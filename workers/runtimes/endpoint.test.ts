/** Over HTTP, against the bundled model behind a real server; only the waiting between attempts is left out. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { VISIT } from '../../e2e/contract/visits.ts';
import { OpenAiServer } from '../../e2e/support/openai-server.ts';
import type { GenerationSettings } from '../../src/core/contracts.ts';
import type { GenerateProgress, LoadRequest, Runtime } from '../protocol.ts';
import { createEndpointRuntime } from './endpoint.ts';
import type { ServerSurroundings } from './endpoint/ask-server.ts';

const server = new OpenAiServer();
const waited: number[] = [];
const idle = new AbortController().signal;
const GREEDY: GenerationSettings = { maxTokens: 24, temperature: 0, topK: 0, seed: 1, stop: [] };
const messages = [{ role: 'user' as const, content: 'Which organ makes cortisol? Answer' }];

beforeAll(() => server.open(), 60_000);
afterAll(() => server.close());
beforeEach(() => {
  server.asked.length = 0;
  server.refusals.length = 0;
  server.key = null;
  waited.length = 0;
});

const around = (change: Partial<ServerSurroundings> = {}): ServerSurroundings => ({
  allowed: [server.origin],
  fetch: (url, init) => fetch(url, init),
  wait: async (ms) => void waited.push(ms),
  refusedByPolicy: async () => false,
  ...change,
});
const request = (
  change: Partial<Extract<LoadRequest['location'], { kind: 'server' }>> = {},
): LoadRequest => ({
  runtimeId: 'endpoint',
  modelId: 'm',
  location: { kind: 'server', origin: server.origin, model: OpenAiServer.model, ...change },
  dtype: 'as served',
  device: 'server',
  threads: 1,
});
async function opened(change: Partial<ServerSurroundings> = {}): Promise<Runtime> {
  const runtime = createEndpointRuntime(around(change));
  await runtime.load(request(), () => undefined, idle);
  server.asked.length = 0;
  return runtime;
}
const write = (runtime: Runtime, settings: Partial<GenerationSettings> = {}, asked = messages) =>
  runtime.generate({ messages: asked, settings: { ...GREEDY, ...settings } }, () => undefined, idle);
const refuse = (status: number, body = '{}', headers: Record<string, string> = {}) =>
  server.refusals.push({ path: '/v1/chat/completions', status, body, headers });

describe('a model on a server', () => {
  it('says that it is not on this device, and what it can give', async () => {
    const phases: string[] = [];
    const loaded = await createEndpointRuntime(around()).load(
      request(),
      ({ phase }) => phases.push(phase),
      idle,
    );
    expect(phases).toEqual(['checking', 'warming-up']);
    expect(loaded.runtime).toMatchObject({
      device: 'server',
      server: { origin: server.origin, model: OpenAiServer.model },
    });
    expect(loaded.capabilities).toEqual({
      generate: true,
      logprobs: 'top-k',
      embeddings: false,
      images: false,
    });
    expect(loaded.files).toEqual([]);
  });

  it('does without log-probabilities where the server refuses to be asked for them', async () => {
    refuse(400, '{"error":{"message":"logprobs is not supported"}}');
    const loaded = await createEndpointRuntime(around()).load(request(), () => undefined, idle);
    expect(loaded.capabilities.logprobs).toBe('none');
  });

  it('records the messages as they were sent, and the server’s own counts', async () => {
    const runtime = await opened();
    const steps: GenerateProgress[] = [];
    const written = await runtime.generate({ messages, settings: GREEDY }, (step) => steps.push(step), idle);
    expect(JSON.parse(server.asked[0]?.body ?? '')).toMatchObject({
      messages,
      temperature: 0,
      max_tokens: 24,
    });
    expect(written.prompt).toMatchObject({
      kind: 'messages',
      text: JSON.stringify(messages),
      sentTo: server.origin,
      tokenCount: written.usage.promptTokens,
      warnings: [],
    });
    expect(written.usage.promptTokens).toBeGreaterThan(5);
    expect(steps.length).toBeGreaterThan(3);
    expect(steps.at(-1)?.text).toBe(written.text);
    expect((await write(runtime)).text).toBe(written.text);
  });

  it('draws by its seed and ends at stop strings and at the limit', async () => {
    const runtime = await opened();
    const drawing = { temperature: 1.5, maxTokens: 16 };
    const drawn = (await write(runtime, { ...drawing, seed: 7 })).text;
    expect((await write(runtime, { ...drawing, seed: 7 })).text).toBe(drawn);
    expect((await write(runtime, { ...drawing, seed: 8 })).text).not.toBe(drawn);
    expect(await write(runtime, { maxTokens: 3 })).toMatchObject({
      finish: 'length',
      usage: { outputTokens: 3 },
    });
    const { text } = await write(runtime, { maxTokens: 12 });
    const stop = text.slice(4, 7);
    expect((await write(runtime, { maxTokens: 12, stop: [stop] })).text).toBe(
      text.slice(0, text.indexOf(stop)),
    );
  });

  it('refuses top-k and choices to be ranked, in words', async () => {
    const runtime = await opened();
    await expect(write(runtime, { temperature: 1, topK: 5 })).rejects.toMatchObject({ code: 'input/option' });
    await expect(
      runtime.logprobs({ messages, continuations: ['A'] }, idle, () => undefined),
    ).rejects.toMatchObject({ code: 'runtime/unsupported-operation' });
    await expect(runtime.render(messages)).rejects.toMatchObject({ code: 'runtime/unsupported-operation' });
    expect(server.asked).toEqual([]);
  });

  it('says when a prompt does not fit, and when the server seems to have cut it', async () => {
    const runtime = await opened();
    const long = [{ role: 'user' as const, content: 'chest pain '.repeat(3_000) }];
    await expect(write(runtime, {}, long)).rejects.toMatchObject({ code: 'model/too-long' });
    const line = (value: object) => `data: ${JSON.stringify(value)}\n\n`;
    refuse(
      200,
      line({ choices: [{ delta: { content: 'A' }, finish_reason: 'stop' }] }) +
        line({ choices: [], usage: { prompt_tokens: 100, completion_tokens: 1 } }),
      { 'content-type': 'text/event-stream' },
    );
    expect((await write(runtime, {}, long)).prompt.warnings).toEqual(['may-be-cut']);
  });

  it('stops when it is told to, and so does the server', async () => {
    const runtime = await opened();
    const stop = new AbortController();
    const writing = runtime.generate(
      { messages: VISIT, settings: { ...GREEDY, maxTokens: 1_500 } },
      ({ tokens }) => {
        if (tokens === 3) stop.abort();
      },
      stop.signal,
    );
    await expect(writing).rejects.toMatchObject({ code: 'runtime/cancelled' });
    await expect.poll(() => server.abandoned).toBe(1);
    expect((await write(runtime, { maxTokens: 2 })).usage.outputTokens).toBe(2);
  });
});

describe('what a server may be asked', () => {
  it.each(['http://127.0.0.1:1', 'https://llm.example', 'null'])('is nothing for %s', async (origin) => {
    const runtime = createEndpointRuntime(around());
    await expect(runtime.load(request({ origin }), () => undefined, idle)).rejects.toMatchObject({
      code: 'server/not-permitted',
    });
    expect(server.asked).toEqual([]);
  });

  it('goes with its key in one header, and nowhere else', async () => {
    server.key = 'secret-of-the-ward';
    const refused = createEndpointRuntime(around()).load(request(), () => undefined, idle);
    await expect(refused).rejects.toMatchObject({ code: 'server/refused' });
    const runtime = createEndpointRuntime(around());
    const loaded = await runtime.load(request({ key: server.key }), () => undefined, idle);
    const written = await write(runtime);
    expect(server.asked.at(-1)?.authorization).toBe(`Bearer ${server.key}`);
    expect(JSON.stringify([loaded, written, server.asked.at(-1)?.body])).not.toContain(server.key);
  });
});

describe('a server that fails', () => {
  const codes = (status: number, body?: string, headers?: Record<string, string>) => async () => {
    const runtime = await opened();
    for (let attempt = 0; attempt < 3; attempt += 1) refuse(status, body, headers);
    return write(runtime);
  };

  it.each([
    [401, 'server/refused'],
    [403, 'server/refused'],
    [404, 'server/not-found'],
    [429, 'server/busy'],
    [500, 'server/busy'],
    [503, 'server/busy'],
    [400, 'server/wrong-answer'],
    [418, 'server/wrong-answer'],
  ])('with %i is %s', async (status, code) => {
    await expect(codes(status, '{"error":"no"}')()).rejects.toMatchObject({
      code,
      details: { server: server.origin, status },
    });
  });

  const event = { 'content-type': 'text/event-stream' };
  it.each([
    ['a web page', 200, '<!doctype html>', { 'content-type': 'text/html' }],
    [
      'a whole answer where a stream was asked for',
      200,
      '{"choices":[]}',
      { 'content-type': 'application/json' },
    ],
    ['events that are not JSON', 200, 'data: hello\n\n', event],
    ['events of another form', 200, 'data: {"choices":[{"delta":{"content":7}}]}\n\n', event],
    ['an answer that breaks off', 200, 'data: {"choices":[{"delta":{"content":"A"}}]}\n\n', event],
    ['an error in mid-answer', 200, 'data: {"error":{"message":"CUDA out of memory"}}\n\n', event],
    [
      'no count of tokens',
      200,
      'data: {"choices":[{"delta":{"content":"A"},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n',
      event,
    ],
    [
      'an end of its own',
      200,
      'data: {"choices":[{"delta":{},"finish_reason":"content_filter"}]}\n\n',
      event,
    ],
  ] as const)('by giving %s is server/wrong-answer', async (_what, status, body, headers) => {
    await expect(codes(status, body, headers)()).rejects.toMatchObject({ code: 'server/wrong-answer' });
  });

  it('for a moment is asked again, as late as it wishes', async () => {
    const runtime = await opened();
    refuse(429, '{}', { 'retry-after': '7' });
    refuse(503);
    expect((await write(runtime)).usage.outputTokens).toBeGreaterThan(0);
    expect(waited).toEqual([7_000, 4_000]);
  });

  it('by sending elsewhere is not followed', async () => {
    await expect(codes(307, '', { location: 'http://127.0.0.1:1/v1' })()).rejects.toMatchObject({
      code: 'server/unreachable',
    });
  });

  it('by having other models is told with those it has', async () => {
    const loading = createEndpointRuntime(around()).load(request({ model: 'other' }), () => undefined, idle);
    await expect(loading).rejects.toMatchObject({
      code: 'server/not-found',
      details: { known: [OpenAiServer.model] },
    });
  });

  it('by being away, or behind a policy, is told apart', async () => {
    const away: Server = await listening(() => undefined);
    const origin = `http://127.0.0.1:${(away.address() as AddressInfo).port}`;
    await new Promise((closed) => away.close(closed));
    const load = (refusedByPolicy: boolean) =>
      createEndpointRuntime(around({ allowed: [origin], refusedByPolicy: async () => refusedByPolicy })).load(
        request({ origin }),
        () => undefined,
        idle,
      );
    await expect(load(false)).rejects.toMatchObject({ code: 'server/unreachable' });
    await expect(load(true)).rejects.toMatchObject({ code: 'server/not-permitted' });
  });

  it('by cutting the line in mid-answer is server/unreachable', async () => {
    const cutting = await listening((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('data: {"choices":[{"delta":{"content":"A"}}]}\n\n', () => response.destroy());
    });
    const { port } = cutting.address() as AddressInfo;
    let broken = false;
    const runtime = await opened({
      fetch: (url, init) =>
        fetch(broken ? url.replace(server.origin, `http://127.0.0.1:${port}`) : url, init),
    });
    broken = true;
    await expect(write(runtime)).rejects.toMatchObject({ code: 'server/unreachable' });
    await new Promise((closed) => cutting.close(closed));
  });
});

function listening(answer: RequestListener): Promise<Server> {
  return new Promise((ready) => {
    const away: Server = createServer(answer).listen(0, '127.0.0.1', () => ready(away));
  });
}
