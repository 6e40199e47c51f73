import type { RunHeader } from '../contracts.ts';
import { AppError } from '../errors.ts';
import type { Sample } from '../packs/pack.ts';
import { recordKey } from './record-key.ts';
import type { PlannedSample } from './runner.ts';

/** Of the selected items those that are not committed yet, with their samples, in the order given. */
export function missingSamples(
  selected: readonly { readonly index: number; readonly repeat: number }[],
  samples: readonly (Sample | undefined)[],
  committed: ReadonlySet<string>,
): readonly PlannedSample[] {
  return selected
    .filter((item) => !committed.has(recordKey(item)))
    .map(({ index, repeat }) => {
      const sample = samples[index];
      if (sample === undefined) throw new AppError('defect', `the pack has no sample at position ${index}`);
      return { index, repeat, sample };
    });
}

/**
 * A run is continued only as what it was: one number must not come from two models, prompts or packs.
 * `current` is the header that a new run would get here and now.
 */
export function assertResumable(stored: RunHeader, current: RunHeader): void {
  if (stored.settingsSha256 === current.settingsSha256) return;
  throw new AppError('run/not-resumable', 'the run was made with other settings', {
    fields: differences(stored, current),
  });
}

/** The parts a person can act on; what the hash covers, and why, is in settings-hash.ts. */
function differences(stored: RunHeader, current: RunHeader): readonly string[] {
  const parts: readonly [name: string, stored: string | undefined, current: string | undefined][] = [
    ['pack', stored.pack.sha256, current.pack.sha256],
    ['model', stored.model.sha256, current.model.sha256],
    ['dtype', stored.model.dtype, current.model.dtype],
    ['device', stored.runtime.device, current.runtime.device],
    [
      'runtime',
      `${stored.runtime.id} ${stored.runtime.version}`,
      `${current.runtime.id} ${current.runtime.version}`,
    ],
    ['prompt', stored.prompt.sha256, current.prompt.sha256],
    [
      'solver',
      `${stored.solver.id} ${stored.solver.version}`,
      `${current.solver.id} ${current.solver.version}`,
    ],
    ['solver settings', JSON.stringify(stored.solver.settings), JSON.stringify(current.solver.settings)],
    ['encoder of the examples', stored.solver.encoder?.sha256, current.solver.encoder?.sha256],
    ['documents', JSON.stringify(stored.documents), JSON.stringify(current.documents)],
    ['generation', JSON.stringify(stored.generation), JSON.stringify(current.generation)],
  ];
  return parts.filter(([, before, now]) => before !== now).map(([name]) => name);
}
