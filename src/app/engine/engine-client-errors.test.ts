import { afterEach, describe, expect, it } from 'vitest';
import {
  WorkerYard,
  client,
  codeOf,
  disposeClients,
  messages,
  request,
  settings,
} from '../testing/engine-yard.ts';

afterEach(disposeClients);

describe('after a runtime error', () => {
  it.each(['runtime/failed', 'runtime/out-of-memory', 'defect'] as const)(
    '%s ends the worker, and the next call has a fresh one',
    async (code) => {
      const yard = new WorkerYard();
      const engine = client(yard);
      await engine.load(request({ faults: [{ call: 2, kind: 'throw', code }] }));
      await engine.generate({ messages, settings });
      expect(await codeOf(engine.generate({ messages, settings }))).toBe(code);
      expect(yard.alive).toBe(0);
      expect((await engine.generate({ messages, settings })).finish).toBe('stop');
      expect(yard.spawned).toHaveLength(2);
    },
  );

  it('a lost device is recovered the same way', async () => {
    const yard = new WorkerYard();
    const engine = client(yard);
    await engine.load(request({ faults: [{ call: 2, kind: 'lose-device', afterTokens: 1 }] }));
    await engine.generate({ messages, settings });
    expect(await codeOf(engine.generate({ messages, settings }))).toBe('runtime/device-lost');
    expect((await engine.generate({ messages, settings })).finish).toBe('stop');
  });

  it('the model that comes back must be the same files', async () => {
    const yard = new WorkerYard();
    const engine = client(yard);
    const first = await engine.load(request({ faults: [{ call: 1, kind: 'throw' }] }));
    await codeOf(engine.generate({ messages, settings }));
    await codeOf(engine.generate({ messages, settings }));
    const [file] = first.files;
    expect(yard.loads[0]?.expected).toBeUndefined();
    expect(yard.loads[1]?.expected).toEqual({ 'script.json': { bytes: file?.bytes, sha256: file?.sha256 } });
  });

  it('a prompt that is too long harms nothing', async () => {
    const yard = new WorkerYard();
    const engine = client(yard);
    await engine.load(request({ contextTokens: 20 }));
    const error: unknown = await engine.generate({ messages, settings }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: 'model/too-long',
      details: { promptTokens: 6, newTokens: 50, contextTokens: 20 },
    });
    expect(yard.spawned.map((worker) => worker.terminated)).toEqual([false]);
  });

  it('a worker that crashes outside any call is noticed', async () => {
    const yard = new WorkerYard();
    const engine = client(yard);
    await engine.load(request());
    yard.spawned[0]?.crash('out of stack');
    expect((await engine.generate({ messages, settings })).finish).toBe('stop');
    expect(yard.spawned).toHaveLength(2);
  });

  it('a worker that crashes during a call fails the call', async () => {
    const yard = new WorkerYard();
    const engine = client(yard);
    await engine.load(request({ faults: [{ call: 1, kind: 'hang' }] }));
    const answer = codeOf(engine.generate({ messages, settings }));
    setTimeout(() => yard.spawned[0]?.crash('boom'), 20);
    expect(await answer).toBe('runtime/failed');
  });

  it('a failed load leaves no worker behind', async () => {
    const yard = new WorkerYard();
    const engine = client(yard);
    expect(await codeOf(engine.load(request({ loadFails: 'model/file-missing' })))).toBe(
      'model/file-missing',
    );
    expect(yard.alive).toBe(0);
    expect(engine.loaded).toBeNull();
  });
});

describe('a worker that answers in no form of ours', () => {
  const good = { text: 'a note', finish: 'stop', usage: { promptTokens: 1, outputTokens: 1 } };
  const prompt = { text: '', tokenCount: 1, tokenIdsSha256: '', firstTokenIds: [], warnings: [] };
  const timings = { firstTokenMs: 1, totalMs: 1, tokensPerSecond: null };
  const whole = { ...good, prompt, timings };

  it.each([
    ['nothing', undefined],
    ['a text', 'a note'],
    ['no prompt', { ...good, timings }],
    ['a number for a text', { ...whole, text: 7 }],
    ['an unknown end', { ...whole, finish: 'bored' }],
    ['half a token', { ...whole, usage: { promptTokens: 1, outputTokens: 0.5 } }],
    ['a time that is no number', { ...whole, timings: { ...timings, totalMs: Number.NaN } }],
    ['an endless speed', { ...whole, timings: { ...timings, tokensPerSecond: Number.POSITIVE_INFINITY } }],
    ['a warning of its own', { ...whole, prompt: { ...prompt, warnings: ['<img src=x>'] } }],
  ])('has failed: %s', async (_what, said) => {
    const yard = new WorkerYard(undefined, { generate: async () => said as never });
    const engine = client(yard);
    await engine.load(request());
    await expect(engine.generate({ messages, settings })).rejects.toMatchObject({
      code: 'runtime/failed',
      message: expect.stringContaining('not in our form') as string,
    });
    expect(yard.alive).toBe(0);
  });

  it('is not believed about the model either, and its strange progress is passed over', async () => {
    const unknown = new WorkerYard(undefined, { load: async () => ({ runtime: {} }) as never });
    expect(await codeOf(client(unknown).load(request()))).toBe('runtime/failed');
    const seen: unknown[] = [];
    const chatty = new WorkerYard(undefined, {
      generate: async (_request, onProgress) => {
        onProgress({ text: 1, tokens: '<b>' } as never);
        onProgress({ text: 'a', tokens: 1, elapsedMs: 1 });
        // Callbacks travel on a port of their own.
        await new Promise((arrived) => setTimeout(arrived, 50));
        return whole as never;
      },
    });
    const engine = client(chatty);
    await engine.load(request());
    await engine.generate({ messages, settings }, { onProgress: (progress) => seen.push(progress) });
    expect(seen).toEqual([{ text: 'a', tokens: 1, elapsedMs: 1 }]);
  });
});
