import * as Comlink from 'comlink';
import type { ReferenceApi } from './reference.worker.ts';

export interface Reference {
  readonly api: Comlink.Remote<ReferenceApi>;
  readonly end: () => void;
}

export function spawnReference(): Reference {
  const worker = new Worker(new URL('./reference.worker.ts', import.meta.url), { type: 'module' });
  return { api: Comlink.wrap<ReferenceApi>(worker), end: () => worker.terminate() };
}
