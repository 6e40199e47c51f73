import { keepPreviousData, QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { PackEntry, RunResults } from '../../app/services.ts';
import { AppError } from '../../core/errors.ts';
import { useServices } from '../services-context.ts';
import { findSamples } from './find-samples.ts';

export const STORED = 'stored';

/** Everything read here is local: it must work offline and is only stale when storage says so. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, staleTime: Infinity, refetchOnWindowFocus: false },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** Re-reads stored data when it changed, at most twice a second (a run commits record after record). */
export function useStoredDataInvalidation(): void {
  const services = useServices();
  const client = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const stop = services.onDataChanged(() => {
      timer ??= setTimeout(() => {
        timer = null;
        client.invalidateQueries({ queryKey: [STORED] }).catch(() => undefined);
      }, 500);
    });
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [services, client]);
}

export function useRuns() {
  const { runs } = useServices();
  return useQuery({ queryKey: [STORED, 'runs'], queryFn: () => runs.list() });
}

export function useInterruptedRuns() {
  const { runs } = useServices();
  return useQuery({
    queryKey: [STORED, 'interrupted'],
    queryFn: () => runs.interrupted(),
    // A tab that is closed while it writes changes nothing that is stored, and still leaves a run to be continued.
    refetchOnMount: 'always',
  });
}

/** 0 until it is known. */
export function useFailedCount(runId: string): number {
  const { runs } = useServices();
  const failed = useQuery({ queryKey: [STORED, 'failed', runId], queryFn: () => runs.countFailed(runId) });
  return failed.data ?? 0;
}

export function useRunResults(runId: string) {
  const { runs } = useServices();
  return useQuery({ queryKey: [STORED, 'results', runId], queryFn: () => runs.results(runId) });
}

/** Keyed by when the results were read: other results have other groups. */
export function useRunCalibration(results: RunResults) {
  const { runs } = useServices();
  const { dataUpdatedAt } = useRunResults(results.run.header.id);
  return useQuery({
    queryKey: [STORED, 'calibration', results.run.header.id, dataUpdatedAt],
    queryFn: () => runs.calibration(results.run.header.id),
  });
}

/** `wanted`: whether any scorer of the run has metrics that are no mean. */
export function useRunDerived(results: RunResults, wanted: boolean) {
  const { runs } = useServices();
  const { dataUpdatedAt } = useRunResults(results.run.header.id);
  return useQuery({
    queryKey: [STORED, 'derived', results.run.header.id, dataUpdatedAt],
    queryFn: () => runs.derived(results.run.header.id),
    enabled: wanted,
  });
}

export function useRunCost(results: RunResults) {
  const { runs } = useServices();
  const { dataUpdatedAt } = useRunResults(results.run.header.id);
  return useQuery({
    queryKey: [STORED, 'cost', results.run.header.id, dataUpdatedAt],
    queryFn: () => runs.cost(results),
  });
}

export function useRunSlices(results: RunResults) {
  const { runs } = useServices();
  const { dataUpdatedAt } = useRunResults(results.run.header.id);
  return useQuery({
    queryKey: [STORED, 'slices', results.run.header.id, dataUpdatedAt],
    queryFn: () => runs.slices(results),
  });
}

export function useSample(runId: string, key: string) {
  const { runs } = useServices();
  return useQuery({ queryKey: [STORED, 'sample', runId, key], queryFn: () => runs.sample(runId, key) });
}

export function usePacks() {
  const { packs } = useServices();
  return useQuery({ queryKey: [STORED, 'packs'], queryFn: () => packs.list() });
}

/** Whole: for what depends on every sample. A page that shows some of them takes usePackSamples. */
export function usePack(packId: string) {
  const { packs } = useServices();
  return useQuery({ queryKey: [STORED, 'pack', packId], queryFn: () => packs.get(packId) });
}

/** A pack never changes under its seal, so it is looked through once, however often it is chosen. */
export function usePackShape(pack: PackEntry | undefined) {
  const { packs } = useServices();
  return useQuery({
    queryKey: ['pack-shape', pack?.header.id, pack?.sha256],
    queryFn: ({ signal }) => packs.shape(pack?.header.id ?? '', signal),
    enabled: pack !== undefined,
    gcTime: Infinity,
  });
}

/** What the list says of one pack, without its samples. */
export function usePackEntry(packId: string) {
  const { packs } = useServices();
  return useQuery({
    queryKey: [STORED, 'packs', packId],
    queryFn: async () => {
      const found = (await packs.list()).find(({ header }) => header.id === packId);
      if (found === undefined) throw new AppError('input/unknown-id', `no pack is called "${packId}"`);
      return found;
    },
  });
}

/** Samples that hold the words, `wanted` of them at most; a large pack is looked through in parts and never held. */
export function usePackSamples(packId: string, words: string, wanted: number) {
  const { packs } = useServices();
  return useQuery({
    queryKey: [STORED, 'pack-samples', packId, words, wanted],
    queryFn: ({ signal }) => findSamples(packs, packId, words, wanted, signal),
    placeholderData: keepPreviousData,
  });
}

export function useUsage() {
  const { data } = useServices();
  return useQuery({ queryKey: [STORED, 'usage'], queryFn: () => data.usage() });
}

export function useVocabularies() {
  const services = useServices();
  return useQuery({
    queryKey: [STORED, 'vocabularies'],
    queryFn: async () => (await services.vocabularies()).list(),
  });
}
