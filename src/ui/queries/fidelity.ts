import { useQuery } from '@tanstack/react-query';
import { useServices } from '../services-context.ts';
import { STORED } from './stored.ts';

/** Checks of this device's fidelity, newest first. */
export function useFidelityChecks() {
  const services = useServices();
  return useQuery({
    queryKey: [STORED, 'fidelity'],
    queryFn: async () => (await services.fidelity()).list(),
  });
}

/** Whether reference vectors came with the model. */
export function useHasShipped(modelId: string) {
  const services = useServices();
  return useQuery({
    queryKey: ['fidelity-shipped', modelId],
    queryFn: async () => (await services.fidelity()).hasShipped(modelId),
  });
}

/** Who took responsibility for a run on a device that failed its check. */
export function useFidelityOverride(runId: string) {
  const services = useServices();
  return useQuery({
    queryKey: [STORED, 'fidelity-override', runId],
    queryFn: async () => (await services.fidelity()).override(runId),
  });
}
