import type { DownloadState } from '../../app/models/download-state.ts';
import type { Services } from '../../app/services.ts';
import { AppError } from '../../core/errors.ts';
import { modelEntry } from './fake-data.ts';

type Models = Services['models'];

/** Two bundled models, no hub, and whatever downloads the test wants to stand there. */
export function fakeModels(
  read: <Value>(value: () => Value) => Promise<Value>,
  downloads: readonly DownloadState[] = [],
): Models {
  const refused = () =>
    Promise.reject(new AppError('model/file-missing', 'no config.json', { file: 'config.json' }));
  const refusedServer = () =>
    Promise.reject(new AppError('server/not-permitted', 'no server in this build', { server: 'none' }));
  const nothing = async () => undefined;
  return {
    list: () =>
      read(() => [modelEntry(), modelEntry({ id: 'demo-base', title: 'Demo model, before tuning' })]),
    addFolder: refused,
    addHandle: refused,
    allow: nothing,
    check: async () => [],
    forget: async () => ({ undo: async () => modelEntry() }),
    probe: () =>
      read(() => ({
        wasm: { available: true, threads: 2, crossOriginIsolated: true },
        webgpu: { available: false, reason: 'This browser has WebGPU but gave no graphics adapter.' },
      })),
    downloads: async () => ({
      getSnapshot: () => downloads,
      subscribe: () => () => undefined,
      look: nothing,
      ask: () => Promise.reject(new AppError('hub/unreachable', 'no hub here', { host: 'huggingface.co' })),
      shape: async () => ({ shape: null, parameters: null, contextTokens: null }),
      start: nothing,
      pause: nothing,
      resume: nothing,
      cancel: nothing,
      pauseAll: nothing,
    }),
    shape: async () => ({ shape: null, parameters: null, contextTokens: null }),
    servers: async () => ({
      allowed: [],
      ask: refusedServer,
      add: refusedServer,
      list: () => [],
      get: () => null,
      forget: () => null,
    }),
    hubCatalog: () => read(() => []),
  };
}
