import type { Fidelity } from '../../app/fidelity/fidelity-port.ts';
import type { FidelityOverride } from '../../core/fidelity/override.ts';

/** A device that nobody has checked; a reason given for a run is kept. */
export function fakeFidelity(changed: () => void): () => Promise<Fidelity> {
  const overrides = new Map<string, FidelityOverride>();
  const service: Fidelity = {
    list: () => Promise.resolve([]),
    hasShipped: (modelId) => Promise.resolve(modelId === 'demo-tuned'),
    check: () => Promise.reject(new Error('nothing is checked here')),
    remove: () => Promise.resolve({ undo: () => Promise.resolve() }),
    exportAll: () => Promise.resolve(new Blob(['[]\n'])),
    override: (runId) => Promise.resolve(overrides.get(runId) ?? null),
    setOverride: (runId, given) => {
      overrides.set(runId, { ...given, when: '2026-02-03T10:00:00.000Z' });
      changed();
      return Promise.resolve();
    },
    removeOverride: (runId) => {
      const before = overrides.get(runId);
      overrides.delete(runId);
      changed();
      return Promise.resolve({
        undo: () => {
          if (before !== undefined) overrides.set(runId, before);
          changed();
          return Promise.resolve();
        },
      });
    },
  };
  return () => Promise.resolve(service);
}
