import { useModels, useProbe, useSolverNeeds } from '../../queries/fixed.ts';
import { usePacks } from '../../queries/stored.ts';
import type { Choices } from './request.ts';

type ChoicesState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'error'; readonly error: unknown }
  | { readonly kind: 'ready'; readonly choices: Choices };

/** What a run can be made of on this device, read once. */
export function useChoices(): ChoicesState {
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
    choices: { packs: packs.data, models: models.data, probe: probe.data, solverNeeds: needs.data },
  };
}
