import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ModelEntry } from '../../app/services.ts';
import { useServices } from '../services-context.ts';

/** What does not change while the page is open, except by this page itself. */
export function useModels() {
  const { models } = useServices();
  return useQuery({ queryKey: ['models'], queryFn: () => models.list() });
}

/** Shows a model that was just added without reading the others again. */
export function useAddModelToList() {
  const client = useQueryClient();
  return (entry: ModelEntry) =>
    client.setQueryData<readonly ModelEntry[]>(['models'], (known = []) => [
      ...known.filter((model) => model.id !== entry.id),
      entry,
    ]);
}

export function useDropModelFromList() {
  const client = useQueryClient();
  return (id: string) =>
    client.setQueryData<readonly ModelEntry[]>(['models'], (known = []) =>
      known.filter((model) => model.id !== id),
    );
}

export function useProbe() {
  const { models } = useServices();
  return useQuery({ queryKey: ['probe'], queryFn: () => models.probe() });
}

/** What each way of asking needs of a model. The code of the solvers is no part of the first load. */
export function useSolverNeeds() {
  return useQuery({
    queryKey: ['solver-needs'],
    queryFn: async () => {
      const { SOLVERS } = await import('../../core/solvers/registry.ts');
      return new Map(SOLVERS.map(({ id, needs, scorers = [] }) => [id, { needs, scorers }]));
    },
  });
}

export function useCatalog() {
  const services = useServices();
  return useQuery({ queryKey: ['catalog'], queryFn: () => services.catalog() });
}
