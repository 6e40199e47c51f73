/**
 * Copies every row of one database into another through their codecs. The source is only read; the caller decides
 * which of the two counts, so a copy that is cut short loses nothing and goes on where it stopped.
 */
import * as v from 'valibot';
import { AppError, type PlainError } from '../../core/errors.ts';
import { Connection, type BedsideDb } from '../connection.ts';
import type { CodedRows, CodedStore, RowCodec, StoredRow } from '../row-codec.ts';
import type { StoreName } from '../schema.ts';
import { toStorageError } from '../storage-errors.ts';
import { endOfPage, recodedSamples } from './convert-samples.ts';
import { isVaultSetting } from './vault-row.ts';

const PAGE_ROWS = 200;
const PROGRESS_ROW = 'conversion';

/** Blocks go with the samples that they hold. */
const CODED_STORES: readonly Exclude<CodedStore, 'blocks'>[] = [
  'packs',
  'samples',
  'runs',
  'records',
  'scores',
  'evidence',
  'annotations',
  'keepsakes',
];

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Positions in key order, and not keys: those of plain rows may name a patient. */
const ProgressSchema = v.object({ done: v.record(v.string(), count), unreadable: count });

export interface ConversionSide {
  readonly name: string;
  readonly codec: RowCodec;
}

export interface ConversionPort {
  onProgress(done: number, total: number): void;
  readonly signal: AbortSignal;
}

export interface Conversion {
  readonly rows: number;
  /** Rows that could not be opened, and so are not in the target. */
  readonly unreadable: readonly PlainError[];
}

export async function convertRows(
  from: ConversionSide,
  to: ConversionSide,
  port: ConversionPort,
): Promise<Conversion> {
  const [source, target] = [new Connection(from.name), new Connection(to.name)];
  try {
    const db = await source.openIfPresent();
    const into = await target.open();
    return db === null ? { rows: 0, unreadable: [] } : await convert(db, into, from.codec, to.codec, port);
  } catch (thrown) {
    throw toStorageError(thrown);
  } finally {
    await Promise.all([source.close(), target.close()]);
  }
}

async function convert(
  source: BedsideDb,
  target: BedsideDb,
  from: RowCodec,
  to: RowCodec,
  port: ConversionPort,
): Promise<Conversion> {
  const keys = new Map<CodedStore, readonly IDBValidKey[]>();
  for (const store of CODED_STORES) keys.set(store, await source.getAllKeys(store));
  const total = [...keys.values()].reduce((sum, each) => sum + each.length, 0);
  const earlier = v.safeParse(ProgressSchema, (await target.get('meta', PROGRESS_ROW))?.value);
  const before = earlier.success ? earlier.output : { done: {}, unreadable: 0 };
  const progress: Record<string, number> = { ...before.done };
  const unreadable: PlainError[] = [];
  const lost = () => before.unreadable + unreadable.length;
  let done = 0;

  for (const store of CODED_STORES) {
    const all = keys.get(store) ?? [];
    done += progress[store] ?? 0;
    let at = progress[store] ?? 0;
    while (at < all.length) {
      port.onProgress(done, total);
      if (port.signal.aborted) throw new AppError('runtime/cancelled', 'the conversion was stopped');
      const end = store === 'samples' ? endOfPage(all, at, PAGE_ROWS) : at + PAGE_ROWS;
      const page = all.slice(at, end);
      const rows = await recoded(source, store, page, from, to, unreadable);
      at += page.length;
      progress[store] = at;
      // How far it is and the rows themselves are written together or not at all.
      const stores: StoreName[] = [...rows.keys(), 'meta'];
      const transaction = target.transaction(stores, 'readwrite', { durability: 'strict' });
      await Promise.all([
        ...[...rows].flatMap(([into, each]) => each.map((row) => transaction.objectStore(into).put(row))),
        transaction
          .objectStore('meta')
          .put({ id: PROGRESS_ROW, value: { done: progress, unreadable: lost() } }),
        transaction.done,
      ]);
      done += page.length;
    }
    const there = await target.count(store);
    if (there + lost() < all.length) {
      throw new AppError('storage/failed', `${there} of ${all.length} rows of ${store} arrived`, { store });
    }
  }
  await copySettings(source, target);
  port.onProgress(total, total);
  return { rows: done, unreadable };
}

async function recoded(
  source: BedsideDb,
  store: CodedStore,
  keys: readonly IDBValidKey[],
  from: RowCodec,
  to: RowCodec,
  unreadable: PlainError[],
): Promise<ReadonlyMap<CodedStore, readonly StoredRow[]>> {
  if (store === 'samples') {
    const { samples, blocks, unreadable: lost } = await recodedSamples(source, keys, from, to);
    unreadable.push(...lost);
    return new Map([
      ['samples', samples],
      ['blocks', blocks],
    ]);
  }
  const [first, last] = [keys[0], keys.at(-1)];
  if (first === undefined || last === undefined) return new Map();
  const stored: readonly StoredRow[] = await source.getAll(store, IDBKeyRange.bound(first, last));
  const rows = await Promise.all(
    stored.map(async (row) => {
      try {
        // A row of the source goes over as it is: whether it passes its check is for its reader to say.
        return [await to.encode(store, (await from.decode(store, row)) as CodedRows[typeof store])];
      } catch (thrown) {
        unreadable.push(toStorageError(thrown).toPlain());
        return [];
      }
    }),
  );
  return new Map([[store, rows.flat()]]);
}

async function copySettings(source: BedsideDb, target: BedsideDb): Promise<void> {
  const settings = (await source.getAll('meta')).filter(
    ({ id }) => !isVaultSetting(id) && id !== PROGRESS_ROW,
  );
  const transaction = target.transaction('meta', 'readwrite', { durability: 'strict' });
  await Promise.all([
    ...settings.map((setting) => transaction.store.put(setting)),
    transaction.store.delete(PROGRESS_ROW),
    transaction.done,
  ]);
}
