import { useEffect, useRef, useState } from 'react';
import type { CheckProgress, CheckRequest } from '../../../../app/fidelity/fidelity-port.ts';
import { isCancelled } from '../../../../core/errors.ts';
import { useServices } from '../../../services-context.ts';

export type CheckState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly request: CheckRequest; readonly progress: CheckProgress | null }
  | { readonly kind: 'failed'; readonly error: unknown };

/** One check at a time; leaving the page ends it. */
export function useFidelityCheck() {
  const services = useServices();
  const [state, setState] = useState<CheckState>({ kind: 'idle' });
  const controller = useRef<AbortController | null>(null);
  useEffect(() => () => controller.current?.abort(), []);

  const start = (request: CheckRequest, onDone: (id: string) => void): void => {
    const abort = new AbortController();
    controller.current = abort;
    setState({ kind: 'running', request, progress: null });
    const run = async (): Promise<void> => {
      try {
        const check = await (
          await services.fidelity()
        ).check(request, (progress) => setState({ kind: 'running', request, progress }), abort.signal);
        setState({ kind: 'idle' });
        onDone(check.id);
      } catch (error) {
        setState(isCancelled(error) ? { kind: 'idle' } : { kind: 'failed', error });
      }
    };
    // It ends in a state, never in a rejection.
    run().catch(() => undefined);
  };
  return { state, start, cancel: () => controller.current?.abort() };
}
