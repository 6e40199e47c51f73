/**
 * The page's end of everything about requests: it hears what the service worker and the other threads saw, shows and
 * changes the policy, and opens the way to the hub for one download that a person agreed to.
 */
import * as v from 'valibot';
import { AppError } from '../../core/errors.ts';
import { NetworkEventSchema } from '../../core/network/network-event.ts';
import type { NetworkUse } from '../../core/network/network-use.ts';
import { HUB_DOWNLOAD_LOCK, type PolicyId } from '../../core/network/policies.ts';
import { watchThread } from '../../../workers/network-watch.ts';
import type { ShellAnswer, ShellMessage } from '../../../workers/shell/messages.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { startMeter, type NetworkMeter } from './meter.ts';

export interface NetworkState {
  readonly policy: PolicyId;
  /** False where no service worker answers: the policy is then the server's, and strict-offline cannot be chosen. */
  readonly enforced: boolean;
}

export interface Network extends NetworkMeter {
  readonly ledger: Pick<Ledger, 'snapshot' | 'subscribe'>;
  /** Asks the service worker, and takes over what it saw before this page listened. */
  state(): Promise<NetworkState>;
  setStrict(on: boolean): Promise<NetworkState>;
  /**
   * Runs `work` under the hub-download policy and leaves it afterwards, whatever happens. Call only after the person
   * agreed to this download; refused in strict-offline mode. Workers that `work` starts must have ended with it.
   */
  withHub<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Forgets everything seen so far. */
  clear(): void;
}

export interface NetworkDeps {
  readonly ask: (message: ShellMessage) => Promise<ShellAnswer | null>;
  readonly locks: Pick<LockManager, 'request'> | null;
  readonly session: Storage | null;
  readonly channel: BroadcastChannel | null;
  /** Called with the ledger's save when the page goes away. */
  readonly onLeave: (save: () => void) => void;
  /** Refusals that this page's browser told of before anybody listened here. */
  readonly early: readonly Event[];
}

export function createNetwork(deps: NetworkDeps): Network {
  const { ask, locks, session, channel } = deps;
  const ledger = createLedger(session);
  deps.onLeave(() => ledger.save());
  watchThread('page', (event) => ledger.add(event), deps.early);
  channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const event = v.safeParse(NetworkEventSchema, data);
    if (event.success) ledger.add(event.output);
  });

  let last: NetworkState = { policy: 'default', enforced: false };
  const take = (answer: ShellAnswer | null): NetworkState => {
    // Oldest first, as if they had been heard one by one.
    for (const event of answer?.recent ?? []) ledger.add(event);
    last =
      answer === null ? { policy: 'default', enforced: false } : { policy: answer.policy, enforced: true };
    return last;
  };
  const state = async (): Promise<NetworkState> => take(await ask({ type: 'network-log' }));

  return {
    ledger,
    state,
    setStrict: async (on) => {
      const answer = await ask({ type: 'choose-strict', strict: on });
      if (answer === null || !answer.ok)
        throw new AppError('network/not-enforced', 'no service worker answers here');
      return take(answer);
    },
    withHub: async (work) => {
      const { policy, enforced } = await state();
      if (policy === 'strict-offline')
        throw new AppError('network/not-permitted', 'strict-offline mode is on', { host: 'huggingface.co' });
      if (!enforced || locks === null)
        throw new AppError('network/not-enforced', 'no service worker answers here');
      try {
        return await locks.request(HUB_DOWNLOAD_LOCK, { mode: 'shared' }, async () => {
          await state();
          return work();
        });
      } finally {
        // The worker looks again, and from here on refuses.
        await state();
      }
    },
    start: () =>
      startMeter({
        ledger,
        state: async (isAsking) => {
          const { policy, enforced } = isAsking ? await state() : last;
          const watched: NetworkUse['watched'] = enforced ? 'service-worker' : 'page';
          return { policy, watched };
        },
      }),
    clear: () => ledger.clear(),
  };
}
