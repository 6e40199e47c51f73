import { AppError } from '../../src/core/errors.ts';
import type { Runtime } from '../protocol.ts';

/** Adding a runtime is one file and one line here; each is its own chunk, fetched when first asked for. */
const RUNTIMES: Readonly<Record<string, () => Promise<Runtime>>> = {
  'transformers-js': async () => (await import('./transformers-js.ts')).createTransformersJsRuntime(),
  'web-llm': async () => (await import('./web-llm.ts')).createWebLlmRuntime(),
  wllama: async () => (await import('./wllama.ts')).createWllamaRuntime(),
  'onnx-session': async () => (await import('./onnx-session.ts')).createOnnxSessionRuntime(),
  scripted: async () => (await import('./scripted.ts')).createScriptedRuntime(),
};

export const RUNTIME_IDS: readonly string[] = Object.keys(RUNTIMES);

export async function createRuntime(id: string): Promise<Runtime> {
  const create = Object.hasOwn(RUNTIMES, id) ? RUNTIMES[id] : undefined;
  if (create === undefined) {
    throw new AppError('input/unknown-id', `no runtime is called "${id}"`, { id, known: RUNTIME_IDS });
  }
  return create();
}
