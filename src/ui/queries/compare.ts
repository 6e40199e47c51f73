import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ComparedSet } from '../../app/services.ts';
import type { RunCosts } from '../../core/compare/run-costs.ts';
import type { MeasurementLevel } from '../../core/stats/agreement/ratings-table.ts';
import { useServices } from '../services-context.ts';

export interface Progress {
  readonly done: number;
  readonly total: number;
}

/**
 * Computed when the page opens and kept while it is: a run that goes on in the meantime must not make it start over.
 */
export function useComparison(runIds: readonly string[], headlineOnly: boolean, effect: number) {
  const { comparison } = useServices();
  const client = useQueryClient();
  const [progress, setProgress] = useState<Progress | null>(null);
  const queryKey = ['comparison', runIds, headlineOnly, effect];
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) =>
      comparison.compare(
        { runIds, headlineOnly, effect },
        (done, total) => setProgress({ done, total }),
        signal,
      ),
    gcTime: 0,
    placeholderData: (before) => before,
  });
  const cancel = () => {
    client.cancelQueries({ queryKey }).catch(() => undefined);
  };
  return { query, progress, cancel };
}

/** Time and size of several runs, one after the other: each has all its records read. */
export function useRunCosts(runIds: readonly string[]) {
  const { comparison } = useServices();
  const [progress, setProgress] = useState<Progress | null>(null);
  const query = useQuery({
    queryKey: ['run-costs', runIds],
    queryFn: async ({ signal }) => {
      const costs: Record<string, RunCosts> = {};
      for (const [at, runId] of runIds.entries()) {
        const onProgress = (done: number, total: number) => {
          // Every hundredth is enough to see it move.
          if (done % 100 === 0) setProgress({ done: at * total + done, total: total * runIds.length });
        };
        costs[runId] = await comparison.costs(runId, onProgress, signal);
      }
      return costs;
    },
    gcTime: 0,
  });
  return { query, progress };
}

/** Leaving the page ends it. */
export function useRunIntervals(runId: string, metric: string) {
  const { comparison } = useServices();
  return useQuery({
    queryKey: ['run-intervals', runId, metric],
    queryFn: ({ signal }) => comparison.intervals(runId, metric, signal),
    gcTime: 0,
    retry: false,
  });
}

/** Leaving the page ends it. */
export function useRunAgreement(runIds: readonly string[], metric: string, level: MeasurementLevel | null) {
  const { comparison } = useServices();
  return useQuery({
    queryKey: ['run-agreement', runIds, metric, level],
    queryFn: ({ signal }) => comparison.agreement({ runIds, metric, level }, signal),
    gcTime: 0,
    retry: false,
  });
}

export function useRunRepeats(runId: string) {
  const { comparison } = useServices();
  return useQuery({
    queryKey: ['run-repeats', runId],
    queryFn: ({ signal }) => comparison.repeats(runId, signal),
    gcTime: 0,
    retry: false,
  });
}

export function useRanking(runIds: readonly string[]) {
  const { comparison } = useServices();
  return useQuery({
    queryKey: ['ranking', runIds],
    queryFn: ({ signal }) => comparison.ranking(runIds, signal),
    gcTime: 0,
    retry: false,
  });
}

/** Several pairs of runs, one after the other; leaving the page, or asking for others, stops it. */
export function useComparisons(pairs: readonly (readonly string[])[], effect: number) {
  const { comparison } = useServices();
  const [done, setDone] = useState(0);
  const query = useQuery({
    queryKey: ['comparisons', pairs, effect],
    queryFn: async ({ signal }) => {
      const sets: ComparedSet[] = [];
      for (const runIds of pairs) {
        setDone(sets.length);
        sets.push(await comparison.compare({ runIds, headlineOnly: true, effect }, () => undefined, signal));
      }
      return sets;
    },
    gcTime: 0,
  });
  return { query, done };
}
