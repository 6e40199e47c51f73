/** What a stretch of time (a sample, a run, a session) asked of the network, in counts. */
import * as v from 'valibot';
import type { NetworkEvent } from './network-event.ts';
import { POLICY_IDS, type PolicyId } from './policies.ts';

export interface NetworkUse {
  /** The widest policy that was in force. */
  readonly policy: PolicyId;
  /** Who watched: without a service worker only what the page's own threads list is known. */
  readonly watched: 'service-worker' | 'page';
  /** Requests to this site that reached the network. */
  readonly requests: number;
  /** Bytes received with them, as far as the browser tells. */
  readonly bytes: number;
  /** Permitted requests to other addresses. */
  readonly elsewhere: number;
  /** Attempts that the policy or the service worker refused. */
  readonly refused: number;
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const NetworkUseSchema: v.GenericSchema<unknown, NetworkUse> = v.strictObject({
  policy: v.picklist(POLICY_IDS),
  watched: v.picklist(['service-worker', 'page']),
  requests: count,
  bytes: count,
  elsewhere: count,
  refused: count,
});

/** Counts one event. An answer from the offline copy and a request that found no server moved nothing. */
export function withEvent(use: NetworkUse, event: NetworkEvent): NetworkUse {
  switch (event.outcome) {
    case 'network':
      return event.own
        ? { ...use, requests: use.requests + 1, bytes: use.bytes + (event.bytes ?? 0) }
        : { ...use, elsewhere: use.elsewhere + 1 };
    case 'refused':
    case 'blocked':
      return { ...use, refused: use.refused + 1 };
    case 'copy':
    case 'failed':
      return use;
  }
}

/** Two stretches together. */
export function sumUse(a: NetworkUse, b: NetworkUse): NetworkUse {
  const wider = POLICY_IDS.indexOf(a.policy) >= POLICY_IDS.indexOf(b.policy) ? a.policy : b.policy;
  return {
    policy: wider,
    watched: a.watched === 'page' || b.watched === 'page' ? 'page' : 'service-worker',
    requests: a.requests + b.requests,
    bytes: a.bytes + b.bytes,
    elsewhere: a.elsewhere + b.elsewhere,
    refused: a.refused + b.refused,
  };
}

/** Of records made before there was a ledger, and of those made elsewhere without one, nothing is known. */
export function networkOfRecords(records: Iterable<{ readonly network?: NetworkUse }>): NetworkUse | null {
  let sum: NetworkUse | null = null;
  for (const { network } of records) {
    if (network === undefined) return null;
    sum = sum === null ? network : sumUse(sum, network);
  }
  return sum;
}

/** One sentence that claims no more than was observed. */
export function networkWords(use: Omit<NetworkUse, 'policy' | 'watched'>): string {
  const parts: string[] = [];
  const plural = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;
  if (use.requests > 0) {
    const all = use.elsewhere === 0 ? ', all to this site' : ' to this site';
    parts.push(
      `${plural(use.requests, 'request', 'requests')}${use.requests === 1 && use.elsewhere === 0 ? ', to this site' : all}`,
    );
  }
  if (use.elsewhere > 0)
    parts.push(
      `${plural(use.elsewhere, 'request', 'requests')} to other addresses, permitted by your consent or by this build`,
    );
  if (use.refused > 0) parts.push(`${plural(use.refused, 'attempt', 'attempts')} to do otherwise refused`);
  return parts.length === 0 ? 'no request observed or permitted' : parts.join('; ');
}
