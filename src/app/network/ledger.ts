/**
 * Every request and refusal that was seen since this tab was opened: the newest rows, and totals of all. In memory; it
 * passes a reload through session storage, which is written when the page goes away and emptied when it comes back,
 * and it holds addresses only, never what was in a request or an answer.
 */
import * as v from 'valibot';
import { NetworkEventSchema, type NetworkEvent } from '../../core/network/network-event.ts';
import { withEvent, type NetworkUse } from '../../core/network/network-use.ts';

const KEPT_ROWS = 1000;
const STORAGE_KEY = 'bedside.network';

export type NetworkTotals = Omit<NetworkUse, 'policy' | 'watched'> & {
  /** Answers from the offline copy, and requests that found no server. */
  readonly copies: number;
  readonly failed: number;
};

export interface LedgerState {
  readonly totals: NetworkTotals;
  /** Newest first. */
  readonly rows: readonly NetworkEvent[];
  /** Older rows that are only in the totals. */
  readonly dropped: number;
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const StoredSchema = v.object({
  totals: v.object({
    requests: count,
    bytes: count,
    elsewhere: count,
    refused: count,
    copies: count,
    failed: count,
  }),
  rows: v.pipe(v.array(NetworkEventSchema), v.maxLength(KEPT_ROWS)),
  dropped: count,
});

const EMPTY: LedgerState = {
  totals: { requests: 0, bytes: 0, elsewhere: 0, refused: 0, copies: 0, failed: 0 },
  rows: [],
  dropped: 0,
};

export interface Ledger {
  /** A new object at each change. */
  snapshot(): LedgerState;
  subscribe(listener: () => void): () => void;
  /** An event told twice is counted once. */
  add(event: NetworkEvent): void;
  clear(): void;
}

/** `session` null: nothing outlives the page. */
export function createLedger(session: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null): Ledger & {
  /** Call when the page goes away. */
  save(): void;
} {
  let state = restored(session);
  let seen = new Set(state.rows.map(({ id }) => id));
  const listeners = new Set<() => void>();
  const change = (next: LedgerState): void => {
    state = next;
    for (const listener of [...listeners]) listener();
  };
  return {
    snapshot: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    add: (event) => {
      if (seen.has(event.id)) return;
      seen.add(event.id);
      const { totals } = state;
      const used = withEvent({ ...totals, policy: 'default', watched: 'page' }, event);
      const { requests, bytes, elsewhere, refused } = used;
      const rows = [event, ...state.rows];
      change({
        totals: {
          requests,
          bytes,
          elsewhere,
          refused,
          copies: totals.copies + (event.outcome === 'copy' ? 1 : 0),
          failed: totals.failed + (event.outcome === 'failed' ? 1 : 0),
        },
        rows: rows.slice(0, KEPT_ROWS),
        dropped: state.dropped + Math.max(0, rows.length - KEPT_ROWS),
      });
      // Ids of rows long gone are forgotten too, well after they could be told again.
      if (seen.size > 4 * KEPT_ROWS) seen = new Set(state.rows.map(({ id }) => id));
    },
    clear: () => change(EMPTY),
    save: () => {
      try {
        if (state !== EMPTY) session?.setItem(STORAGE_KEY, JSON.stringify(state));
      } catch {
        // Full or blocked: the ledger then begins anew with the page.
      }
    },
  };
}

function restored(session: Pick<Storage, 'getItem' | 'removeItem'> | null): LedgerState {
  try {
    const text = session?.getItem(STORAGE_KEY) ?? null;
    if (text === null) return EMPTY;
    session?.removeItem(STORAGE_KEY);
    const stored = v.safeParse(StoredSchema, JSON.parse(text));
    return stored.success ? stored.output : EMPTY;
  } catch {
    return EMPTY;
  }
}
