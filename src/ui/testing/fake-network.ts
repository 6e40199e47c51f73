/** A network that saw what a first visit asks for, for component tests and the development page. */
import type { Network } from '../../app/network/network.ts';
import { createLedger } from '../../app/network/ledger.ts';
import type { PolicyId } from '../../core/network/policies.ts';

export function fakeNetwork(): Network {
  const ledger = createLedger(null);
  const urls = [
    '/',
    '/assets/index-BmwJF9Rx.js',
    '/assets/engine.worker-DGWy_S50.js',
    '/models/catalog.json',
  ];
  urls.forEach((url, at) =>
    ledger.add({
      id: String(at),
      at: Date.UTC(2026, 10, 20, 14, 0, at),
      url,
      own: true,
      from: at === 2 ? 'worker' : 'page',
      kind: url.endsWith('.js') ? 'script' : 'fetch',
      outcome: at === 3 ? 'copy' : 'network',
      bytes: at === 0 ? null : 44_107,
    }),
  );
  let policy: PolicyId = 'default';
  const state = async () => ({ policy, enforced: true });
  return {
    ledger,
    state,
    setStrict: async (on) => {
      policy = on ? 'strict-offline' : 'default';
      return state();
    },
    withHub: (work) => work(),
    clear: () => ledger.clear(),
    start: async () => ({
      take: async () => ({
        policy,
        watched: 'service-worker',
        requests: 0,
        bytes: 0,
        elsewhere: 0,
        refused: 0,
      }),
    }),
  };
}
