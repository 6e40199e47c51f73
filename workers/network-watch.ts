/**
 * What one thread, the page's or a worker's, can see of its own requests: what the browser refused, and what went
 * past the service worker. What the service worker answered it has logged itself and is left out here.
 */
import { isLocal, NETWORK_CHANNEL, type NetworkEvent } from '../src/core/network/network-event.ts';
import { ledgerUrl } from './ledger-url.ts';

type Seen = Omit<NetworkEvent, 'id' | 'at' | 'from' | 'url' | 'own'>;

const REFUSAL_DELAY_MS = 100;

/** Names events of one thread or service worker so that none is counted twice. */
export function eventIds(): () => string {
  const thread = crypto.randomUUID();
  let next = 0;
  return () => `${thread} ${(next += 1)}`;
}

/** `early`: refusals kept from before this was called. */
export function watchThread(
  from: 'page' | 'worker',
  emit: (event: NetworkEvent) => void,
  early: readonly Event[] = [],
): void {
  const newId = eventIds();
  const site = globalThis.location.origin;
  const see = (href: string, at: number, seen: Seen): void => {
    if (isLocal(href)) return;
    emit({ id: newId(), at, from, ...ledgerUrl(href, site, seen.outcome), ...seen });
  };
  const refusedUrls = new Set<string>();
  // Where header and meta tag both carry the policy, each reports every refusal: one of the two is counted.
  const reporting = new Map<string, string>();
  const refused = (event: Event): void => {
    if (!(event instanceof SecurityPolicyViolationEvent)) return;
    const { blockedURI, effectiveDirective, originalPolicy } = event;
    const first = reporting.get(effectiveDirective) ?? originalPolicy;
    reporting.set(effectiveDirective, first);
    if (first !== originalPolicy) return;
    refusedUrls.add(blockedURI);
    see(blockedURI, Date.now(), { kind: effectiveDirective, outcome: 'refused', bytes: null });
  };
  for (const event of early) refused(event);
  globalThis.addEventListener('securitypolicyviolation', refused);
  if (typeof PerformanceObserver === 'undefined') return;
  const look = (entry: PerformanceResourceTiming): void => {
    const { name, initiatorType, encodedBodySize, transferSize, responseStatus } = entry;
    const own = name.startsWith(`${site}/`);
    // The browser lists what it refused as well.
    if (!own && refusedUrls.has(name)) return;
    // Sizes of other origins are hidden from the page, so a zero says nothing there.
    const unanswered = own && responseStatus === 0 && encodedBodySize === 0;
    const fromCache = own && transferSize === 0 && encodedBodySize > 0;
    see(name, performance.timeOrigin + entry.startTime, {
      kind: initiatorType === '' ? 'other' : initiatorType,
      outcome: unanswered ? 'failed' : fromCache ? 'copy' : 'network',
      bytes: own ? encodedBodySize : null,
    });
  };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (!(entry instanceof PerformanceResourceTiming) || entry.workerStart > 0) continue;
      // A refusal is told in a task of its own, which may come after this one.
      if (entry.name.startsWith(`${site}/`)) look(entry);
      else setTimeout(() => look(entry), REFUSAL_DELAY_MS);
    }
  }).observe({ type: 'resource', buffered: true });
}

/** In a worker: tells the page. */
export function tellPage(): void {
  const channel = new BroadcastChannel(NETWORK_CHANNEL);
  watchThread('worker', (event) => channel.postMessage(event));
}
