import { sentTo } from '../../../app/run/send-agreement.ts';
import type { ModelEntry } from '../../../app/services.ts';
import { useModels, useProbe, useSolverNeeds } from '../../queries/fixed.ts';
import { usePacks } from '../../queries/stored.ts';
import type { Choices } from './request.ts';

type ChoicesState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'error'; readonly error: unknown }
  | { readonly kind: 'ready'; readonly choices: Choices };

/** What a run can be made of on this device, read once. `servers`: also of models that are not on it. */
export function useChoices({ servers = false } = {}): ChoicesState {
  const packs = usePacks();
  const models = useModels();
  const probe = useProbe();
  const needs = useSolverNeeds();
  const error = packs.error ?? models.error ?? probe.error ?? needs.error;
  if (error !== null) return { kind: 'error', error };
  if (!packs.isSuccess || !models.isSuccess || !probe.isSuccess || !needs.isSuccess)
    return { kind: 'loading' };
  return {
    kind: 'ready',
    choices: {
      packs: packs.data,
      models: servers ? models.data : onDevice(models.data),
      probe: probe.data,
      solverNeeds: needs.data,
    },
  };
}

function onDevice(models: readonly ModelEntry[]): readonly ModelEntry[] {
  return models.filter((model) => sentTo(model) === null);
}
