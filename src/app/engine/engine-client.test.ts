import { afterEach, describe, expect, it } from 'vitest';
import { AppError, type ErrorCode } from '../../core/errors.ts';
import type { LoadRequest, Runtime } from '../../../workers/protocol.ts';
import { createScriptedRuntime } from '../../../workers/runtimes/scripted.ts';
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

describe('a loaded model', () => {
  it('answers, streams and identifies itself', async () => {
    const yard = new WorkerYard();
    const engine = client(yard);
    const phases: string[] = [];
    const model = await engine.load(
      request({ msPerToken: 2, rules: [{ contains: 'cough', answer: 'Subjective: cough for a week.' }] }),
      {
        onProgress: (progress) => phases.push(progress.phase),
      },
    );
    expect(model.runtime).toMatchObject({ id: 'scripted', device: 'scripted' });
    expect(engine.loaded).toEqual(model);
    expect(phases).toContain('starting');

    const texts: string[] = [];
    const result = await engine.generate(
      { messages, settings },
      { onProgress: (progress) => texts.push(progress.text) },
    );
    expect(result).toMatchObject({
      text: 'Subjective: cough for a week.',
      finish: 'stop',
      usage: { outputTokens: 5 },
    });
    expect(texts.slice(0, 2)).toEqual(['Subjective:', 'Subjective: cough']);
  });

  it('is asked by solvers through the same calls', async () => {
    const engine = client(new WorkerYard());
    await engine.load(request({ rules: [{ contains: 'cough', answer: 'Plan: rest.', prefers: 'B' }] }));
    const ask = engine.ask();
    expect((await ask.generate(messages, settings)).text).toBe('Plan: rest.');
    const scored = await ask.logprobs(messages, ['A', 'B']);
    expect(scored.scores.map((score) => score.isGreedy)).toEqual([false, true]);
  });

  it('does one thing at a time, in order', async () => {
    const engine = client(new WorkerYard());
    await engine.load(request({ msPerToken: 5 }));
    const order: number[] = [];
    await Promise.all(
      [1, 2, 3].map(async (n) => {
        await engine.generate({ messages: [{ role: 'user', content: `visit ${n}` }], settings });
        order.push(n);
      }),
    );
    expect(order).toEqual([1, 2, 3]);
  });

  it('is let go when another is loaded, worker and all', async () => {
    const yard = new WorkerYard();
    const engine = client(yard);
    await engine.load(request());
    await engine.load(request({ contextTokens: 99 }));
    expect(yard.spawned.map((worker) => worker.terminated)).toEqual([true, false]);
    expect(engine.loaded?.runtime.contextTokens).toBe(99);
  });

  it('is gone after dispose, and the client can load again', async () => {
    const yard = new WorkerYard();
    const engine = client(yard);
    await engine.load(request());
    await engine.dispose();
    expect(yard.alive).toBe(0);
    expect(engine.loaded).toBeNull();
    expect(await codeOf(engine.generate({ messages, settings }))).toBe('runtime/failed');
    await engine.load(request());
    expect((await engine.generate({ messages, settings })).finish).toBe('stop');
  });
});

describe('cancelling', () => {
  it('stops a generation that listens, and keeps its worker', async () => {
    const yard = new WorkerYard();
    const engine = client(yard);
    await engine.load(request({ msPerToken: 20, rules: [{ contains: '', answer: 'word '.repeat(40) }] }));
    const answer = codeOf(engine.generate({ messages, settings }, { onProgress: () => engine.cancel() }));
    expect(await answer).toBe('runtime/cancelled');
    expect(yard.spawned.map((worker) => worker.terminated)).toEqual([false]);
  });

  it('ends a worker that does not listen within the grace time, and makes it anew', async () => {
    const yard = new WorkerYard();
    const engine = client(yard);
    await engine.load(request({ faults: [{ call: 2, kind: 'hang' }] }));
    await engine.generate({ messages, settings });
    const startedAt = performance.now();
    const answer = codeOf(engine.generate({ messages, settings }));
    setTimeout(() => engine.cancel(), 20);
    expect(await answer).toBe('runtime/cancelled');
    expect(performance.now() - startedAt).toBeLessThan(15_000);
    expect(yard.alive).toBe(0);
    expect((await engine.generate({ messages, settings })).finish).toBe('stop');
  });

  it('works through an AbortSignal, before and during a call', async () => {
    const engine = client(new WorkerYard());
    await engine.load(request({ msPerToken: 20, rules: [{ contains: '', answer: 'word '.repeat(40) }] }));
    const controller = new AbortController();
    const answer = codeOf(
      engine.generate(
        { messages, settings },
        { signal: controller.signal, onProgress: () => controller.abort() },
      ),
    );
    expect(await answer).toBe('runtime/cancelled');
    expect(
      await codeOf(engine.logprobs({ messages, continuations: ['A'] }, { signal: controller.signal })),
    ).toBe('runtime/cancelled');
    expect(await codeOf(engine.load(request(), { signal: controller.signal }))).toBe('runtime/cancelled');
  });

  it('stops a load and leaves no worker behind', async () => {
    const yard = new WorkerYard();
    const engine = client(yard);
    const answer = codeOf(engine.load(request({ loadMs: 60 }), { onProgress: () => engine.cancel() }));
    expect(await answer).toBe('runtime/cancelled');
    expect(yard.alive).toBe(0);
  });

  it('does nothing when nothing runs', async () => {
    const engine = client(new WorkerYard());
    engine.cancel();
    await engine.load(request());
    engine.cancel();
    expect((await engine.generate({ messages, settings })).finish).toBe('stop');
  });
});

describe('the watchdog', () => {
  it('ends a worker that gives no sign of life', async () => {
    const yard = new WorkerYard();
    const engine = client(yard, { watchdogMs: 80 });
    await engine.load(request({ faults: [{ call: 2, kind: 'hang', afterTokens: 1 }] }));
    await engine.generate({ messages, settings });
    expect(await codeOf(engine.generate({ messages, settings }))).toBe('runtime/watchdog');
    expect(yard.alive).toBe(0);
    expect((await engine.generate({ messages, settings })).finish).toBe('stop');
  });

  it('leaves a slow but living one alone', async () => {
    const engine = client(new WorkerYard(), { watchdogMs: 80 });
    await engine.load(
      request({ msPerToken: 30, rules: [{ contains: '', answer: 'one two three four five six' }] }),
    );
    expect((await engine.generate({ messages, settings })).usage.outputTokens).toBe(6);
  });
});

describe('falling back from WebGPU', () => {
  /** A runtime that loads on wasm only, and fails on WebGPU with the given code. */
  const wasmOnly = (code: ErrorCode) => (): Runtime => {
    const scripted = createScriptedRuntime('http://127.0.0.1/');
    return {
      ...scripted,
      load: async (wanted, onProgress, signal) => {
        if (wanted.device === 'webgpu') throw new AppError(code, 'no such device here');
        const model = await scripted.load({ ...wanted, device: 'scripted' }, onProgress, signal);
        return { ...model, runtime: { ...model.runtime, device: 'wasm' } };
      },
    };
  };
  const onWebGpu: LoadRequest = { ...request({ faults: [{ call: 2, kind: 'throw' }] }), device: 'webgpu' };

  it.each([
    'runtime/webgpu-unavailable',
    'runtime/device-lost',
    'runtime/out-of-memory',
    'model/dtype-unavailable',
  ] as const)('uses a fresh worker after %s and records why', async (code) => {
    const yard = new WorkerYard(wasmOnly(code));
    const model = await client(yard).loadWithFallback(onWebGpu);
    expect(yard.spawned.map((worker) => worker.terminated)).toEqual([true, false]);
    expect(model.runtime).toMatchObject({
      device: 'wasm',
      fallback: { from: 'webgpu', reason: 'no such device here' },
    });
  });

  it('stays on the device it fell back to when its worker is lost', async () => {
    const yard = new WorkerYard(wasmOnly('runtime/webgpu-unavailable'));
    const engine = client(yard);
    await engine.loadWithFallback(onWebGpu);
    await engine.generate({ messages, settings });
    await codeOf(engine.generate({ messages, settings }));
    await engine.generate({ messages, settings });
    expect(yard.loads.map((load) => load.device)).toEqual(['webgpu', 'wasm', 'wasm']);
    expect(engine.loaded?.runtime.fallback?.from).toBe('webgpu');
  });

  it('does not try another device for a file that is missing on all', async () => {
    const yard = new WorkerYard(wasmOnly('model/file-missing'));
    expect(await codeOf(client(yard).loadWithFallback(onWebGpu))).toBe('model/file-missing');
    expect(yard.spawned).toHaveLength(1);
  });
});

describe('the probe', () => {
  const found = {
    wasm: { available: true, threads: 2, crossOriginIsolated: true },
    webgpu: { available: false, reason: 'none' },
  } as const;

  it('is made once, in a worker that is ended afterwards', async () => {
    const yard = new WorkerYard(undefined, { probe: async () => found });
    const engine = client(yard);
    expect(await Promise.all([engine.probe(), engine.probe()])).toEqual([found, found]);
    expect(await engine.probe()).toEqual(found);
    expect(yard.spawned.map((worker) => worker.terminated)).toEqual([true]);
  });

  it('is made again after it failed', async () => {
    let asked = 0;
    const yard = new WorkerYard(undefined, {
      probe: async () => {
        asked += 1;
        if (asked === 1) throw new AppError('runtime/failed', 'no luck');
        return found;
      },
    });
    const engine = client(yard);
    expect(await codeOf(engine.probe())).toBe('runtime/failed');
    expect(await engine.probe()).toEqual(found);
  });
});
