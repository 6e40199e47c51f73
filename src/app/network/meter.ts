/** Network use between two moments, for the record of each sample. */
import type { NetworkUse } from '../../core/network/network-use.ts';
import type { PolicyId } from '../../core/network/policies.ts';
import type { Ledger } from './ledger.ts';

export interface NetworkMeter {
  /** Counts from now on. */
  start(): Promise<RunningMeter>;
}

export interface RunningMeter {
  /**
   * What was seen since the last call, or since the start. With `settle` the service worker is asked first whether it
   * has more to tell, which takes a moment: for the last sample, which has no next one to count stragglers.
   */
  take(settle: boolean): Promise<NetworkUse>;
}

export interface MeterSource {
  readonly ledger: Pick<Ledger, 'snapshot'>;
  /** Policy and watch as they are; with `ask`, as the service worker says now. */
  state(ask: boolean): Promise<{ readonly policy: PolicyId; readonly watched: NetworkUse['watched'] }>;
}

export async function startMeter(source: MeterSource): Promise<RunningMeter> {
  const { ledger } = source;
  await source.state(true);
  let before = ledger.snapshot().totals;
  return {
    take: async (settle) => {
      const { policy, watched } = await source.state(settle);
      const now = ledger.snapshot().totals;
      const use: NetworkUse = {
        policy,
        watched,
        // A ledger cleared meanwhile starts from nothing: what is left to count is what came since.
        requests: difference(now.requests, before.requests),
        bytes: difference(now.bytes, before.bytes),
        elsewhere: difference(now.elsewhere, before.elsewhere),
        refused: difference(now.refused, before.refused),
      };
      before = now;
      return use;
    },
  };
}

const difference = (now: number, before: number): number => (now >= before ? now - before : now);
