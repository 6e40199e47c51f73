import type { StoredRun } from '../../storage/contract.ts';
import { isActive, useQueue } from './live.ts';
import { useInterruptedRuns } from './stored.ts';

/** Which tab writes a run now: this one, another, or none (then it can be continued or is over). */
export function useWhereItRuns(): (run: StoredRun) => 'here' | 'elsewhere' | null {
  const { live } = useQueue();
  const interrupted = useInterruptedRuns();
  return ({ header: { id }, status, recorded }) => {
    if (isActive(live?.phase) && live?.runId === id) return 'here';
    if (status !== 'running' || recorded === true || !interrupted.isSuccess) return null;
    return interrupted.data.some((run) => run.header.id === id) ? null : 'elsewhere';
  };
}
