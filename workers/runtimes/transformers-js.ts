/** transformers.js on WASM and WebGPU, behind the Runtime contract. */
import { AppError } from '../../src/core/errors.ts';
import type { Runtime } from '../protocol.ts';
import { encodeNow, encodePrompt } from './transformers-js/chat-prompt.ts';
import { whenDeviceLost } from './transformers-js/environment.ts';
import { generate } from './transformers-js/generate.ts';
import { inspect } from './transformers-js/inspect.ts';
import { logprobs } from './transformers-js/logprobs.ts';
import { openModel, type OpenModel } from './transformers-js/open-model.ts';
import { mapRuntimeError } from './transformers-js/runtime-errors.ts';

export function createTransformersJsRuntime(): Runtime {
  let open: OpenModel | null = null;
  let lostReason: string | null = null;
  let reportLoss: (error: unknown) => void = () => undefined;
  /** Rejects when the GPU is lost. A run that waits for a lost device may otherwise wait for ever. */
  const lost = new Promise<never>((_resolve, reject) => {
    reportLoss = reject;
  });
  lost.catch(() => undefined);

  const opened = (): OpenModel => {
    if (open === null) throw new AppError('runtime/failed', 'no model is loaded in this worker');
    return open;
  };
  const coded = async <T>(operation: () => Promise<T> | T): Promise<T> => {
    try {
      return await Promise.race([operation(), lost]);
    } catch (thrown) {
      throw mapRuntimeError(thrown, lostReason);
    }
  };

  return {
    id: 'transformers-js',
    load: (request, onProgress, signal) =>
      coded(async () => {
        open = await openModel(request, onProgress, signal);
        if (request.device === 'webgpu') {
          whenDeviceLost().then(
            (reason) => {
              lostReason = reason;
              reportLoss(new Error(reason));
            },
            () => undefined,
          );
        }
        return open.loaded;
      }),
    render: (messages) => coded(() => encodePrompt(opened(), messages).rendered),
    generate: (request, onProgress, signal) => coded(() => generate(opened(), request, onProgress, signal)),
    logprobs: (request, signal) => coded(() => logprobs(opened(), request, signal)),
    inspect: (request, signal) => coded(() => inspect(opened(), request, signal)),
    prepare: (messages) => {
      if (open !== null) open.prepared.put(messages, encodeNow(open, messages));
    },
    dispose: () =>
      coded(async () => {
        const ended = open;
        open = null;
        ended?.yielder.close();
        ended?.prefixes?.clear();
        await ended?.model.dispose();
      }),
  };
}
