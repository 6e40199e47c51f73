/** What the service worker saw, told to every open page at once and kept a while for a page that is just starting. */
import { NETWORK_CHANNEL, type NetworkEvent, type Outcome } from '../../src/core/network/network-event.ts';
import { ledgerUrl } from '../ledger-url.ts';
import { eventIds } from '../network-watch.ts';

declare const self: ServiceWorkerGlobalScope;

const KEPT = 500;
const recent: NetworkEvent[] = [];
const newId = eventIds();
const channel = new BroadcastChannel(NETWORK_CHANNEL);

interface LoggedRequest {
  readonly url: string;
  readonly from: NetworkEvent['from'];
  readonly kind: string;
  readonly outcome: Outcome;
  readonly bytes: number | null;
}

export function logRequest({ url, from, kind, outcome, bytes }: LoggedRequest): void {
  const event: NetworkEvent = {
    id: newId(),
    at: Date.now(),
    from,
    kind: kind === '' ? 'fetch' : kind,
    outcome,
    bytes,
    ...ledgerUrl(url, self.location.origin, outcome),
  };
  recent.push(event);
  if (recent.length > KEPT) recent.splice(0, recent.length - KEPT);
  channel.postMessage(event);
}

export const recentRequests = (): readonly NetworkEvent[] => recent;

/** Null where the server does not say, as with a compressed or streamed answer. */
export function bodyBytes(response: Response): number | null {
  const length = response.headers.get('content-length');
  return length === null || response.headers.has('content-encoding') ? null : Number(length);
}
