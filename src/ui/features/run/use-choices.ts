import { useCatalog, useModels, useProbe } from '../../queries/fixed.ts';
import { usePacks } from '../../queries/stored.ts';
import type { Choices } from './request.ts';

export type ChoicesState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'error'; readonly error: unknown }
  | { readonly kind: 'ready'; readonly choices: Choices };

/** Everything a run can be made of, read once. */
export function useChoices(): ChoicesState {
  const catalog = useCatalog();
  const packs = usePacks();
  const models = useModels();
  const probe = useProbe();
  const error = catalog.error ?? packs.error ?? models.error ?? probe.error;
  if (error !== null) return { kind: 'error', error };
  if (!catalog.isSuccess || !packs.isSuccess || !models.isSuccess || !probe.isSuccess)
    return { kind: 'loading' };
  return {
    kind: 'ready',
    choices: { catalog: catalog.data, packs: packs.data, models: models.data, probe: probe.data },
  };
}
