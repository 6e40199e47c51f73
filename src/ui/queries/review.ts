import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useServices } from '../services-context.ts';
import { STORED } from './stored.ts';

/** What people added to a run. */
export function useReviews(runId: string) {
  const services = useServices();
  return useQuery({
    queryKey: [STORED, 'reviews', runId],
    queryFn: async () => (await services.review()).of(runId),
  });
}

export function useReviewSummary(runId: string) {
  const services = useServices();
  return useQuery({
    queryKey: [STORED, 'review-summary', runId],
    queryFn: async () => (await services.review()).summary(runId),
  });
}

/** Read afresh each time: an autosave tells nobody. */
export function useEditDraft(runId: string, key: string) {
  const services = useServices();
  return useQuery({
    queryKey: [STORED, 'edit-draft', runId, key],
    queryFn: async () => (await services.review()).draft({ runId, key }),
    staleTime: 0,
    gcTime: 0,
  });
}

/** Keys of the records that hold the words; null when there are none to look for. */
export function useRunSearch(runId: string, words: string) {
  const { runs } = useServices();
  return useQuery({
    queryKey: [STORED, 'search', runId, words.trim()],
    queryFn: ({ signal }) => runs.search(runId, words, signal),
    placeholderData: keepPreviousData,
  });
}
