/** Decoder graphs that are no transformers.js model, through ONNX Runtime itself, behind the Runtime contract. */
import { AppError } from '../../src/core/errors.ts';
import type { Runtime } from '../protocol.ts';
import type { OpenSession } from './onnx-session/open-model.ts';
import { encodePrompt } from './token-model/encode-prompt.ts';
import { generate } from './token-model/generate.ts';
import { logprobs } from './token-model/logprobs.ts';
import { mapRuntimeError } from './transformers-js/runtime-errors.ts';

export function createOnnxSessionRuntime(): Runtime {
  let open: OpenSession | null = null;

  const opened = (): OpenSession => {
    if (open === null) throw new AppError('runtime/failed', 'no model is loaded in this worker');
    return open;
  };
  const coded = async <T>(operation: () => Promise<T> | T): Promise<T> => {
    try {
      return await operation();
    } catch (thrown) {
      throw mapRuntimeError(thrown);
    }
  };

  return {
    id: 'onnx-session',
    load: (request, onProgress, signal) =>
      coded(async () => {
        const { openSession } = await import('./onnx-session/open-model.ts');
        open = await openSession(request, onProgress, signal);
        return open.loaded;
      }),
    render: (messages) => coded(() => encodePrompt(opened(), messages).rendered),
    generate: (request, onProgress, signal) => coded(() => generate(opened(), request, onProgress, signal)),
    logprobs: (request, signal, onAlive) =>
      coded(() => {
        const model = opened();
        if (model.loaded.capabilities.logprobs === 'exact') return logprobs(model, request, signal, onAlive);
        throw new AppError(
          'runtime/unsupported-operation',
          'this graph scales activations per tensor: its log-probabilities are not exact',
          { operation: 'logprobs' },
        );
      }),
    dispose: () =>
      coded(async () => {
        const ended = open;
        open = null;
        ended?.yielder.close();
        await ended?.session.release();
      }),
  };
}
