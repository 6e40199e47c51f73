import { describe, expect, it } from 'vitest';
import type { NetworkEvent } from '../../core/network/network-event.ts';
import { createLedger } from './ledger.ts';

const event = (id: string, change: Partial<NetworkEvent> = {}): NetworkEvent => ({
  id,
  at: 1,
  url: '/x',
  own: true,
  from: 'page',
  kind: 'script',
  outcome: 'network',
  bytes: 10,
  ...change,
});

function session(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    get length() {
      return kept.size;
    },
  } as unknown as Storage;
}

describe('the ledger', () => {
  it('counts an event once, however often and by whomever it is told', () => {
    const ledger = createLedger(null);
    ledger.add(event('a'));
    ledger.add(event('a'));
    ledger.add(event('b', { outcome: 'copy' }));
    ledger.add(event('c', { outcome: 'refused', own: false }));
    ledger.add(event('d', { outcome: 'failed' }));
    expect(ledger.snapshot().totals).toEqual({
      requests: 1,
      bytes: 10,
      elsewhere: 0,
      refused: 1,
      copies: 1,
      failed: 1,
    });
    expect(ledger.snapshot().rows.map(({ id }) => id)).toEqual(['d', 'c', 'b', 'a']);
  });

  it('stays small and says how many rows it let go; the totals keep all', () => {
    const ledger = createLedger(null);
    for (let at = 0; at < 1200; at += 1) ledger.add(event(String(at)));
    expect(ledger.snapshot()).toMatchObject({ dropped: 200, totals: { requests: 1200 } });
    expect(ledger.snapshot().rows.length).toBe(1000);
  });

  it('passes a reload, and leaves nothing in the session while the page is there', () => {
    const storage = session();
    const before = createLedger(storage);
    before.add(event('a'));
    expect(storage.length).toBe(0);
    before.save();
    expect(storage.length).toBe(1);
    const after = createLedger(storage);
    expect(storage.length).toBe(0);
    after.add(event('a'));
    after.add(event('b'));
    expect(after.snapshot().totals.requests).toBe(2);
  });

  it('begins anew when what was kept is not a ledger', () => {
    for (const text of ['{', '{"rows":[]}', 'null', '{"totals":{"requests":-1},"rows":[],"dropped":0}']) {
      const storage = session();
      storage.setItem('bedside.network', text);
      expect(createLedger(storage).snapshot().rows).toEqual([]);
    }
  });

  it('tells who listens, and has nothing to keep once it is cleared', () => {
    const storage = session();
    const ledger = createLedger(storage);
    let heard = 0;
    const stop = ledger.subscribe(() => (heard += 1));
    ledger.add(event('a'));
    ledger.clear();
    stop();
    ledger.save();
    expect(heard).toBe(2);
    expect(storage.length).toBe(0);
  });
});
