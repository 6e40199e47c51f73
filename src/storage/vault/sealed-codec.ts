/**
 * Rows as the vault keeps them: AES-GCM under a fresh nonce each time, with the store, the form of the row and
 * everything that stands beside the sealed bytes as authenticated data. A row that was changed, or put under another
 * key or into another store, does not open.
 *
 * What keys and indexes need stays outside. Ids are words of people, so an id stands there as its HMAC: equal ids are
 * equal, and nobody without the key can try names. Positions, repeats, scorer ids and their versions stand as they
 * are: pack order and the choice of the newest version need them, and they say nothing about a patient.
 */
import { AppError } from '../../core/errors.ts';
import { DATABASE_VERSION } from '../migrations/registry.ts';
import type { CodedRows, CodedStore, IdKind, RowCodec, StoredRow } from '../row-codec.ts';
import { NONCE_BYTES, type VaultKeys } from './vault-keys.ts';

/** 132 bits of the HMAC: more than enough that two ids never meet. */
const ID_CHARS = 22;

type Id = RowCodec['id'];

/** What stands beside the sealed bytes of each store's rows. */
const KEY_FIELDS: {
  readonly [Store in CodedStore]: (row: CodedRows[Store], id: Id) => Promise<StoredRow>;
} = {
  runs: async (row, id) => ({ id: await id('run', row.id) }),
  records: async ({ runId, index, repeat }, id) => ({ runId: await id('run', runId), index, repeat }),
  scores: async ({ runId, scorerId, scorerVersion }, id) => ({
    runId: await id('run', runId),
    scorerId,
    scorerVersion,
  }),
  evidence: async ({ runId, scorerId, scorerVersion, recordKey }, id) => ({
    runId: await id('run', runId),
    scorerId,
    scorerVersion,
    recordKey,
  }),
  packs: async (row, id) => ({ id: await id('pack', row.id) }),
  samples: async ({ packId, index, sampleId }, id) => ({
    packId: await id('pack', packId),
    index,
    sampleId: await id('sample', packId, sampleId),
  }),
  blocks: async ({ packId, first }, id) => ({ packId: await id('pack', packId), first }),
  keepsakes: async (row, id) => ({ id: await id('keepsake', row.id) }),
  annotations: async ({ runId, recordKey, kind, id: own }, id) => ({
    runId: await id('run', runId),
    recordKey,
    kind: await id('annotation-kind', kind),
    id: await id('annotation', runId, recordKey, kind, own),
  }),
};

/** Asked for again and again, unlike the ids of samples. */
const REMEMBERED: ReadonlySet<IdKind> = new Set(['run', 'pack']);

export function sealedCodec(keys: VaultKeys): RowCodec {
  const known = new Map<string, Promise<string>>();
  const decoder = new TextDecoder();

  async function hmac(text: string): Promise<string> {
    const mac = await crypto.subtle.sign('HMAC', keys.ids, new TextEncoder().encode(text));
    const base64 = btoa(String.fromCharCode(...new Uint8Array(mac)));
    return base64.replaceAll('+', '-').replaceAll('/', '_').slice(0, ID_CHARS);
  }

  const id: Id = (kind, ...parts) => {
    const text = JSON.stringify([kind, ...parts]);
    if (!REMEMBERED.has(kind)) return hmac(text);
    const found = known.get(text) ?? hmac(text);
    known.set(text, found);
    return found;
  };

  return {
    id,
    inBlocks: true,
    placeOf: (row) => KEY_FIELDS.samples(row, id),

    encode: async (store, row) => {
      const beside = { ...(await KEY_FIELDS[store](row, id)), form: DATABASE_VERSION };
      const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
      const sealed = await crypto.subtle.encrypt(
        { name: 'AES-GCM', iv: nonce, additionalData: boundTo(store, beside) },
        keys.rows,
        new TextEncoder().encode(JSON.stringify(row)),
      );
      return { ...beside, nonce, sealed: new Uint8Array(sealed) };
    },

    decode: async (store, stored) => {
      const { nonce, sealed, ...beside } = stored;
      if (!(nonce instanceof Uint8Array) || !(sealed instanceof Uint8Array)) throw notOurs(store, beside);
      let opened: ArrayBuffer;
      try {
        opened = await crypto.subtle.decrypt(
          { name: 'AES-GCM', iv: new Uint8Array(nonce), additionalData: boundTo(store, beside) },
          keys.rows,
          new Uint8Array(sealed),
        );
      } catch (cause) {
        throw notOurs(store, beside, cause);
      }
      // What opens was written by encode().
      return JSON.parse(decoder.decode(opened)) as unknown;
    },

    isSame: (a, b) => sameBytes(a['nonce'], b['nonce']) && sameBytes(a['sealed'], b['sealed']),
  };
}

function boundTo(store: CodedStore, beside: StoredRow): Uint8Array<ArrayBuffer> {
  const fields = Object.entries(beside).sort(([a], [b]) => (a < b ? -1 : 1));
  return new TextEncoder().encode(JSON.stringify(['bedside row', store, fields]));
}

function notOurs(store: CodedStore, beside: StoredRow, cause?: unknown): AppError {
  const row = Object.values(beside).join('/');
  return new AppError(
    'storage/corrupt',
    `row ${row} of ${store} does not open: it was changed or moved`,
    { store, row, field: 'sealed' },
    { cause },
  );
}

function sameBytes(a: unknown, b: unknown): boolean {
  return (
    a instanceof Uint8Array &&
    b instanceof Uint8Array &&
    a.length === b.length &&
    a.every((byte, i) => byte === b[i])
  );
}
