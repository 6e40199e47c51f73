import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useServices } from '../services-context.ts';
import { STORED } from './stored.ts';

/** Finished work that is in no backup yet. */
export function useUnsaved() {
  const { data } = useServices();
  return useQuery({
    queryKey: [STORED, 'unsaved'],
    queryFn: async () => (await data.backups()).unsaved(),
  });
}

export function useDismissReminder() {
  const { data } = useServices();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => (await data.backups()).dismissReminder(),
    onSuccess: () => client.invalidateQueries({ queryKey: [STORED, 'unsaved'] }),
  });
}
