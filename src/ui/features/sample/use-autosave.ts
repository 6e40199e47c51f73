import { useCallback, useEffect, useRef, useState } from 'react';
import type { Place } from '../../../app/review/review-contract.ts';
import type { EditDraft } from '../../../core/review/edit.ts';
import { useServices } from '../../services-context.ts';

const AFTER_TYPING_MS = 600;
/** Minutes count too: work without typing is not lost either. */
const AT_LEAST_EVERY_MS = 15_000;

type State =
  { readonly kind: 'kept' } | { readonly kind: 'waiting' } | { readonly kind: 'failed'; error: unknown };

/** Keeps the draft in the store while it is written, and at once when the page is left. */
export function useAutosave(place: Place, draft: Omit<EditDraft, 'activeMs'>, activeMs: () => number) {
  const services = useServices();
  const [state, setState] = useState<State>({ kind: 'kept' });
  const latest = useRef(draft);
  const dirty = useRef(false);
  const stopped = useRef(false);
  const { runId, key } = place;

  const save = useCallback(async () => {
    if (stopped.current) return;
    dirty.current = false;
    try {
      const review = await services.review();
      if (stopped.current) return;
      await review.saveDraft({ runId, key }, { ...latest.current, activeMs: Math.round(activeMs()) });
      if (!dirty.current) setState({ kind: 'kept' });
    } catch (error) {
      dirty.current = true;
      setState({ kind: 'failed', error });
    }
  }, [services, runId, key, activeMs]);

  /** It tells of a failure itself. */
  const keep = useCallback(() => {
    save().catch(() => undefined);
  }, [save]);

  const { text, wouldSign, harm, reason, rater } = draft;
  const first = useRef(true);
  useEffect(() => {
    latest.current = { schemaVersion: 1, text, wouldSign, harm, reason, rater };
    if (first.current) {
      first.current = false;
      return undefined;
    }
    dirty.current = true;
    setState({ kind: 'waiting' });
    const timer = setTimeout(keep, AFTER_TYPING_MS);
    return () => clearTimeout(timer);
  }, [text, wouldSign, harm, reason, rater, keep]);

  useEffect(() => {
    const flush = () => {
      if (dirty.current) keep();
    };
    const timer = setInterval(keep, AT_LEAST_EVERY_MS);
    document.addEventListener('visibilitychange', flush);
    window.addEventListener('pagehide', flush);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', flush);
      window.removeEventListener('pagehide', flush);
      keep();
    };
  }, [keep]);

  /** After signing or discarding nothing may write the draft again. */
  const stop = useCallback(() => {
    stopped.current = true;
  }, []);
  /** When signing failed the draft is worth keeping again. */
  const goOn = useCallback(() => {
    stopped.current = false;
    dirty.current = true;
  }, []);
  return { state, save, stop, goOn };
}
