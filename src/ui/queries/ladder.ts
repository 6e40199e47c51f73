import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ComparedSet, MetricRow } from '../../app/services.ts';
import type { RunCosts } from '../../core/compare/run-costs.ts';
import { DEFAULT_EFFECT } from '../../core/compare/compare-runs.ts';
import type { StoredRun } from '../../storage/contract.ts';
import { useServices } from '../services-context.ts';

export interface LadderFigures {
  readonly metrics: Readonly<Record<string, readonly MetricRow[]>>;
  readonly costs: Readonly<Record<string, RunCosts>>;
  /** Every run against the first; null while there is only one. */
  readonly set: ComparedSet | null;
}

/** Scores, costs and differences of the runs of a ladder, the first rung first. */
export function useLadderFigures(stored: readonly StoredRun[]) {
  const { runs, comparison } = useServices();
  const [done, setDone] = useState(0);
  const query = useQuery({
    queryKey: ['ladder', stored.map(({ header, updatedAt }) => [header.id, updatedAt])],
    enabled: stored.length > 0,
    queryFn: async ({ signal }): Promise<LadderFigures> => {
      const metrics: Record<string, readonly MetricRow[]> = {};
      const costs: Record<string, RunCosts> = {};
      const ids = stored.map(({ header }) => header.id);
      for (const [at, id] of ids.entries()) {
        setDone(at);
        metrics[id] = (await runs.results(id)).metrics;
        costs[id] = await comparison.costs(id, () => undefined, signal);
      }
      setDone(ids.length);
      const request = { runIds: ids, headlineOnly: true, effect: DEFAULT_EFFECT };
      const set = ids.length < 2 ? null : await comparison.compare(request, () => undefined, signal);
      return { metrics, costs, set };
    },
    gcTime: 0,
    placeholderData: (before) => before,
  });
  return { query, done };
}
