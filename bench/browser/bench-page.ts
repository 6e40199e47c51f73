/** Gives the benchmarks the whole product, engine clients, and the bare worker, on `window`. */
import * as Comlink from 'comlink';
import { compose } from '../../src/app/compose.ts';
import { EngineClient } from '../../src/app/engine/engine-client.ts';
import { defaultGeneration } from '../../src/app/run/default-generation.ts';
import type { LoadRequest } from '../../workers/protocol.ts';
import type { BareApi } from './bare.worker.ts';

const services = compose();

const bench = {
  services,
  clients: new Map<string, EngineClient>(),
  bare: new Map<string, Comlink.Remote<BareApi>>(),

  async openClient(name: string, change: Partial<LoadRequest>): Promise<void> {
    const client = new EngineClient();
    await client.load({
      runtimeId: 'transformers-js',
      modelId: 'demo-tuned',
      location: { kind: 'url', baseUrl: new URL('/models/demo-tuned/', location.href).href },
      dtype: 'q8',
      device: 'wasm',
      threads: 1,
      ...change,
    });
    bench.clients.set(name, client);
  },

  client(name: string): EngineClient {
    const found = bench.clients.get(name);
    if (found === undefined) throw new Error(`no client ${name}`);
    return found;
  },

  async closeClient(name: string): Promise<void> {
    await bench.client(name).dispose();
    bench.clients.delete(name);
  },

  async openBare(name: string, dtype: string, onnxPath: string, threads = 1): Promise<void> {
    const worker = new Worker(new URL('./bare.worker.ts', import.meta.url), { type: 'module' });
    const remote = Comlink.wrap<BareApi>(worker);
    await remote.open('demo-tuned', dtype, onnxPath, threads);
    bench.bare.set(name, remote);
  },

  bareOf(name: string): Comlink.Remote<BareApi> {
    const found = bench.bare.get(name);
    if (found === undefined) throw new Error(`no bare worker ${name}`);
    return found;
  },

  /**
   * One sample through the whole product: from the moment the queue hands it to the solver to the moment its record
   * is on disk. Milliseconds, tokens written (the end token counted, as the bare loop counts it), and the prompt.
   */
  async product(
    packId: string,
    dtype: string,
  ): Promise<{ ms: number; tokens: number; prompt: string; runId: string }> {
    const pack = await services.packs.get(packId);
    let startedAt = 0;
    let endedAt = 0;
    const stop = services.queue.subscribe(() => {
      const { live } = services.queue.getSnapshot();
      if (live?.current !== null && live?.current !== undefined && startedAt === 0)
        startedAt = performance.now();
      if (startedAt > 0 && live?.done === 1 && endedAt === 0) endedAt = performance.now();
    });
    await services.queue.start([
      {
        packId,
        modelId: 'demo-tuned',
        dtype,
        device: 'wasm',
        threads: 1,
        solverId: pack.solver,
        promptId: pack.promptId,
        generation: defaultGeneration(pack.scorers),
        limit: 1,
        shard: null,
        repeats: 1,
        scorers: pack.scorers,
        speed: { prefixReuse: false, prepareNext: true },
      },
    ]);
    const runId = await ended();
    stop();
    const line = (await (await services.runs.exportJsonl(runId)).text()).split('\n')[1] ?? '';
    const record = JSON.parse(line) as {
      usage: { outputTokens: number };
      finish: string;
      prompt: { text: string };
    };
    await services.runs.remove(runId);
    const tokens = record.usage.outputTokens + (record.finish === 'stop' ? 1 : 0);
    return { ms: endedAt - startedAt, tokens, prompt: record.prompt.text, runId };
  },
};

function ended(): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const { live, waiting } = services.queue.getSnapshot();
      if (live === null || waiting.length > 0) return;
      if (live.phase === 'failed') {
        stop();
        reject(new Error(live.error?.message ?? 'the run failed'));
      }
      if (live.phase !== 'finished' || live.runId === null) return;
      stop();
      resolve(live.runId);
    };
    const stop = services.queue.subscribe(look);
    look();
  });
}

type Bench = typeof bench;

declare global {
  interface Window {
    bench: Bench;
  }
}

window.bench = bench;
document.documentElement.dataset['ready'] = 'true';
