/**
 * The service worker's own way out. Its script comes without a policy on hosts that send none, so it keeps the rule
 * itself: whatever code runs here, Workbox included, reaches this site and nothing else.
 */
import { bodyBytes, logRequest } from './request-log.ts';

declare const self: ServiceWorkerGlobalScope;

/** Addresses that are being answered for a page or a worker, and those of them that needed the network. */
const answering = new Map<string, number>();
const reached = new Set<string>();

export function beginAnswer(url: string): void {
  answering.set(url, (answering.get(url) ?? 0) + 1);
}

/** Whether the network was needed. */
export function endAnswer(url: string): boolean {
  const left = (answering.get(url) ?? 1) - 1;
  if (left > 0) answering.set(url, left);
  else answering.delete(url);
  return reached.delete(url);
}

const send = self.fetch.bind(self);

async function guardedFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const url = new URL(input instanceof Request ? input.url : input, self.location.href);
  const seen = { url: url.href, from: 'service worker', kind: 'offline copy' } as const;
  if (url.origin !== self.location.origin) {
    logRequest({ ...seen, kind: 'fetch', outcome: 'blocked', bytes: null });
    throw new TypeError('The service worker reaches only its own site.');
  }
  const forOther = answering.has(url.href);
  if (forOther) reached.add(url.href);
  try {
    const response = await send(input, init);
    if (!forOther) logRequest({ ...seen, outcome: 'network', bytes: bodyBytes(response) });
    return response;
  } catch (error) {
    if (!forOther) logRequest({ ...seen, outcome: 'failed', bytes: null });
    throw error;
  }
}

/** Call before anything that may fetch. */
export function closeGate(): void {
  Object.defineProperty(self, 'fetch', { value: guardedFetch, writable: false, configurable: false });
  for (const name of ['XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport'])
    Object.defineProperty(self, name, { value: undefined, writable: false, configurable: false });
}
