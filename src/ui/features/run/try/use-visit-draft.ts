import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { VisitDraft } from '../../../../app/services.ts';
import { useServices } from '../../../services-context.ts';

const AFTER_TYPING_MS = 600;

const isEmpty = ({ transcript, reference, title }: VisitDraft): boolean =>
  transcript === '' && reference === '' && title === '';

/** What was typed before; read anew each time the page is opened, and not remembered beside the store. */
export function useStoredVisitDraft() {
  const services = useServices();
  return useQuery({
    queryKey: ['visit-draft'],
    queryFn: async () => (await services.visitDrafts()).get(),
    gcTime: 0,
  });
}

export type DraftState =
  { readonly kind: 'kept' | 'waiting' } | { readonly kind: 'failed'; readonly error: unknown };

/** Keeps the form in the store a moment after each change, and at once when the page is left. */
export function useKeptDraft(draft: VisitDraft) {
  const services = useServices();
  const [state, setState] = useState<DraftState>({ kind: 'kept' });
  const { transcript, reference, title } = draft;
  const latest = useRef(draft);
  const dirty = useRef(false);
  const first = useRef(true);

  const keep = useCallback(() => {
    if (!dirty.current) return;
    dirty.current = false;
    const now = latest.current;
    services
      .visitDrafts()
      .then((drafts) => (isEmpty(now) ? drafts.discard() : drafts.save(now)))
      .then(
        () => {
          if (!dirty.current) setState({ kind: 'kept' });
        },
        (error: unknown) => {
          dirty.current = true;
          setState({ kind: 'failed', error });
        },
      );
  }, [services]);

  useEffect(() => {
    latest.current = { transcript, reference, title };
    if (first.current) {
      first.current = false;
      return undefined;
    }
    dirty.current = true;
    setState({ kind: 'waiting' });
    const timer = setTimeout(keep, AFTER_TYPING_MS);
    return () => clearTimeout(timer);
  }, [transcript, reference, title, keep]);

  useEffect(() => {
    document.addEventListener('visibilitychange', keep);
    window.addEventListener('pagehide', keep);
    return () => {
      document.removeEventListener('visibilitychange', keep);
      window.removeEventListener('pagehide', keep);
      keep();
    };
  }, [keep]);

  /** The visit is stored as a run now. */
  const forget = useCallback(async () => {
    dirty.current = false;
    await (await services.visitDrafts()).discard();
  }, [services]);
  /** Also when the form is no longer open. */
  const restore = useCallback(
    async (earlier: VisitDraft) => (await services.visitDrafts()).save(earlier),
    [services],
  );
  return { state, forget, restore };
}
