/** GGUF models through llama.cpp on WebAssembly, behind the Runtime contract. */
import { AppError } from '../../src/core/errors.ts';
import type { Runtime } from '../protocol.ts';
import { fileSourceOf } from './transformers-js/file-source.ts';
import { encodePrompt } from './token-model/encode-prompt.ts';
import { generate } from './token-model/generate.ts';
import { failedCall } from './wllama/llama-errors.ts';
import type { Llama } from './wllama/llama-port.ts';
import { logprobs } from './token-model/logprobs.ts';
import { openModel, type OpenModel } from './wllama/open-model.ts';

/** What a test gives instead of the WebAssembly module. */
export interface WllamaSurroundings {
  readonly pageUrl: () => string;
  readonly openLlama: (signal: AbortSignal) => Promise<Llama>;
}

const BROWSER: WllamaSurroundings = {
  pageUrl: () => self.location.href,
  openLlama: async (signal) => (await import('./wllama/llama-module.ts')).openLlama(signal),
};

export function createWllamaRuntime(surroundings: WllamaSurroundings = BROWSER): Runtime {
  let open: OpenModel | null = null;

  const opened = (): OpenModel => {
    if (open === null) throw new AppError('runtime/failed', 'no model is loaded in this worker');
    return open;
  };
  const coded = async <T>(operation: () => Promise<T> | T): Promise<T> => {
    try {
      return await operation();
    } catch (thrown) {
      throw failedCall('run', [], thrown);
    }
  };

  return {
    id: 'wllama',
    load: (request, onProgress, signal) =>
      coded(async () => {
        const source = fileSourceOf(request.location, surroundings.pageUrl());
        open = await openModel(request, source, surroundings.openLlama, onProgress, signal);
        return open.loaded;
      }),
    render: (messages) => coded(() => encodePrompt(opened(), messages).rendered),
    generate: (request, onProgress, signal) => coded(() => generate(opened(), request, onProgress, signal)),
    logprobs: (request, signal, onAlive) => coded(() => logprobs(opened(), request, signal, onAlive)),
    dispose: async () => {
      // Its memory goes with the worker, which ends with its model.
      open?.yielder.close();
      open = null;
    },
  };
}
