import { useDeferredValue, useMemo, useState } from 'react';
import type { RunResults, SampleRow } from '../../../app/services.ts';
import { useReviews, useRunSearch } from '../../queries/review.ts';
import { arrangeSamples, DEFAULT_CHOICE, type ListChoice } from './sample-order.ts';

export interface ArrangedSamples {
  readonly choice: ListChoice;
  readonly change: (part: Partial<ListChoice>) => void;
  readonly reset: () => void;
  readonly shown: readonly SampleRow[];
  /** The texts are still being looked through. */
  readonly searching: boolean;
  readonly searchError: unknown;
}

/** The samples of a run as somebody asks for them: by words, flag and order. */
export function useArrangedSamples(results: RunResults): ArrangedSamples {
  const [choice, setChoice] = useState<ListChoice>(DEFAULT_CHOICE);
  const runId = results.run.header.id;
  const words = useDeferredValue(choice.search);
  const search = useRunSearch(runId, words);
  const reviews = useReviews(runId);
  const reviewed = useMemo(
    () => new Set((reviews.data?.edits ?? []).map(({ recordKey }) => recordKey)),
    [reviews.data],
  );
  const found = search.data ?? null;
  const shown = useMemo(
    () => arrangeSamples(results.samples, results.metrics, choice, { found, reviewed }),
    [results, choice, found, reviewed],
  );
  return {
    choice,
    change: (part) => setChoice((before) => ({ ...before, ...part })),
    reset: () => setChoice(DEFAULT_CHOICE),
    shown,
    searching: search.isFetching && choice.search.trim() !== '',
    searchError: search.error,
  };
}
