import { useCallback, useSyncExternalStore } from 'react';
import type { LivePhase } from '../../app/services.ts';
import { useServices } from '../services-context.ts';

export function useQueue() {
  const { queue } = useServices();
  const subscribe = useCallback((listener: () => void) => queue.subscribe(listener), [queue]);
  const snapshot = useCallback(() => queue.getSnapshot(), [queue]);
  return useSyncExternalStore(subscribe, snapshot);
}

export function isActive(phase: LivePhase | undefined): boolean {
  return phase === 'loading' || phase === 'running' || phase === 'cancelling';
}
