import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import type { DownloadState, Downloads } from '../../app/models/download-state.ts';
import type { ModelEntry } from '../../app/services.ts';
import { useServices } from '../services-context.ts';

/** The downloads' code comes a moment after the page; what earlier visits left is read with it. */
export function useDownloads() {
  const { models } = useServices();
  return useQuery({
    queryKey: ['downloads'],
    queryFn: async () => {
      const downloads = await models.downloads();
      await downloads.look();
      return downloads;
    },
  });
}

/** Lists of models are read again when a download ends, because it may have made one. */
export function useDownloadStates(downloads: Downloads): readonly DownloadState[] {
  const states = useSyncExternalStore(
    (listener) => downloads.subscribe(listener),
    () => downloads.getSnapshot(),
  );
  const client = useQueryClient();
  const unfinished = states.length;
  useEffect(() => {
    client.invalidateQueries({ queryKey: ['models'] }).catch(() => undefined);
  }, [client, unfinished]);
  return states;
}

export function useHubCatalog() {
  const { models } = useServices();
  return useQuery({ queryKey: ['hub-catalog'], queryFn: () => models.hubCatalog() });
}

/** Read again when the browser gives permission to look at a folder. */
export function useModelShape({ id, access }: Pick<ModelEntry, 'id' | 'access'>) {
  const { models } = useServices();
  return useQuery({ queryKey: ['models', 'shape', id, access ?? ''], queryFn: () => models.shape(id) });
}
