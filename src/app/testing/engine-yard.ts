/** The real client before the real engine in this thread, with the scripted runtime behind it and a switch to crash it. */
import * as Comlink from 'comlink';
import { createEngine } from '../../../workers/engine.ts';
import type { EngineApi, LoadRequest, Runtime } from '../../../workers/protocol.ts';
import { createScriptedRuntime } from '../../../workers/runtimes/scripted.ts';
import type { GenerationSettings } from '../../core/contracts.ts';
import { AppError, type ErrorCode } from '../../core/errors.ts';
import { EngineClient, type EngineClientOptions } from '../engine/engine-client.ts';
import type { EngineWorker } from '../engine/worker-session.ts';

export const settings: GenerationSettings = { maxTokens: 50, temperature: 0, topK: 0, seed: 1, stop: [] };
export const messages = [{ role: 'user' as const, content: 'Write a note about a cough.' }];

/** What a script.json may hold; the runtime checks it. */
type Script = Record<string, unknown>;

export function request(script: Script = {}): LoadRequest {
  const file = new File([JSON.stringify(script)], 'script.json');
  return {
    runtimeId: 'scripted',
    modelId: 'scripted',
    location: { kind: 'files', files: [{ path: 'script.json', file }] },
    dtype: 'none',
    device: 'scripted',
    threads: 1,
  };
}

/** Workers in this thread: the real engine behind a real message channel, with a switch to crash them. */
export class WorkerYard {
  readonly spawned: { terminated: boolean; crash: (message: string) => void }[] = [];
  readonly loads: LoadRequest[] = [];
  readonly #makeRuntime: () => Runtime;
  readonly #override: Partial<EngineApi>;

  constructor(
    makeRuntime: () => Runtime = () => createScriptedRuntime('http://127.0.0.1/'),
    override: Partial<EngineApi> = {},
  ) {
    this.#makeRuntime = makeRuntime;
    this.#override = override;
  }

  get alive(): number {
    return this.spawned.filter((worker) => !worker.terminated).length;
  }

  spawn = (): EngineWorker => {
    const { port1, port2 } = new MessageChannel();
    const engine = createEngine(async () => {
      const runtime = this.#makeRuntime();
      return {
        ...runtime,
        load: (wanted, onProgress, signal) => {
          this.loads.push(wanted);
          return runtime.load(wanted, onProgress, signal);
        },
      };
    });
    Comlink.expose({ ...engine, ...this.#override }, port1);
    port2.start();
    let crash: (message: string) => void = () => undefined;
    const worker = { terminated: false, crash: (message: string) => crash(message) };
    this.spawned.push(worker);
    return {
      endpoint: port2,
      onCrash: (listener) => {
        crash = listener;
      },
      terminate: () => {
        worker.terminated = true;
        port1.close();
        port2.close();
      },
    };
  };
}

const clients: EngineClient[] = [];
export function client(yard: WorkerYard, options: Omit<EngineClientOptions, 'spawn'> = {}): EngineClient {
  const made = new EngineClient({ spawn: yard.spawn, cancelGraceMs: 100, ...options });
  clients.push(made);
  return made;
}

/** After each test. */
export async function disposeClients(): Promise<void> {
  await Promise.all(clients.splice(0).map((made) => made.dispose()));
}

export async function codeOf(promise: Promise<unknown>): Promise<ErrorCode | 'no error'> {
  try {
    await promise;
    return 'no error';
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown.code;
    throw thrown;
  }
}
