/** The browser's own parts under the network's page end. */
import { NETWORK_CHANNEL } from '../../core/network/network-event.ts';
import { askShell } from './ask-shell.ts';
import { createNetwork, type Network } from './network.ts';

/** `early`: refusals from before this code was there. */
export function connectNetwork(early: readonly Event[]): Network {
  return createNetwork({
    ask: (message) => askShell(message),
    locks: typeof navigator.locks === 'undefined' ? null : navigator.locks,
    session: sessionOrNull(),
    channel: typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(NETWORK_CHANNEL),
    early,
    onLeave: (save) => addEventListener('pagehide', save),
  });
}

/** Blocked site data throws on the mere look. */
function sessionOrNull(): Storage | null {
  try {
    return globalThis.sessionStorage;
  } catch {
    return null;
  }
}
