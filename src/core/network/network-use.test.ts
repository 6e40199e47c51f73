import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { NetworkEventSchema, type NetworkEvent } from './network-event.ts';
import {
  NetworkUseSchema,
  sumUse,
  networkOfRecords,
  networkWords,
  withEvent,
  type NetworkUse,
} from './network-use.ts';

const none: NetworkUse = {
  policy: 'default',
  watched: 'service-worker',
  requests: 0,
  bytes: 0,
  elsewhere: 0,
  refused: 0,
};
const event = (change: Partial<NetworkEvent>): NetworkEvent => ({
  id: '1',
  at: 1,
  url: '/x',
  own: true,
  from: 'page',
  kind: 'script',
  outcome: 'network',
  bytes: 10,
  ...change,
});

describe('network use', () => {
  it('counts what moved, and refusals apart', () => {
    const events = [
      event({}),
      event({ bytes: null }),
      event({ outcome: 'copy' }),
      event({ outcome: 'failed' }),
      event({ outcome: 'refused', own: false }),
      event({ outcome: 'blocked', own: false }),
      event({ own: false }),
    ];
    expect(events.reduce(withEvent, none)).toEqual({
      ...none,
      requests: 2,
      bytes: 10,
      elsewhere: 1,
      refused: 2,
    });
  });

  it('of two stretches adds up, with the wider policy and the poorer watch', () => {
    const a: NetworkUse = { ...none, policy: 'strict-offline', requests: 1, bytes: 5 };
    const b: NetworkUse = { ...none, policy: 'hub-download', watched: 'page', refused: 2 };
    const both = { policy: 'hub-download', watched: 'page', requests: 1, bytes: 5, elsewhere: 0, refused: 2 };
    expect(sumUse(a, b)).toEqual(both);
    expect(sumUse(b, a)).toEqual(both);
  });

  it('of records is not known as soon as one does not state it', () => {
    expect(networkOfRecords([])).toBeNull();
    expect(networkOfRecords([{ network: none }, {}])).toBeNull();
    expect(
      networkOfRecords([{ network: { ...none, requests: 1 } }, { network: { ...none, requests: 2 } }])
        ?.requests,
    ).toBe(3);
  });

  it.each([
    [{}, 'no request observed or permitted'],
    [{ requests: 1 }, '1 request, to this site'],
    [{ requests: 12 }, '12 requests, all to this site'],
    [{ refused: 1 }, '1 attempt to do otherwise refused'],
    [{ requests: 3, refused: 2 }, '3 requests, all to this site; 2 attempts to do otherwise refused'],
    [
      { requests: 3, elsewhere: 1 },
      '3 requests to this site; 1 request to other addresses, permitted by your consent or by this build',
    ],
  ])('%j in words', (change, words) => {
    expect(networkWords({ ...none, ...change })).toBe(words);
  });

  it('is checked where it comes from outside', () => {
    expect(v.safeParse(NetworkUseSchema, none).success).toBe(true);
    expect(v.safeParse(NetworkUseSchema, { ...none, requests: -1 }).success).toBe(false);
    expect(v.safeParse(NetworkUseSchema, { ...none, extra: 1 }).success).toBe(false);
    expect(v.safeParse(NetworkEventSchema, event({ url: 'a'.repeat(301) })).success).toBe(false);
  });
});
