/** How the parts of the browser store get at the database: reading, transactions, and the codec of its rows. */
import type { AppError } from '../core/errors.ts';
import type { Connection, BedsideDb, WriteTransaction } from './connection.ts';
import type { OnCorrupt } from './contract.ts';
import type { CodedStore, RowCodec, StoredRow } from './row-codec.ts';
import { checkedRow, RunRowSchema, type RowKey, type RunRow } from './rows.ts';
import type { StoreName } from './schema.ts';
import { missing, noRun, toStorageError } from './storage-errors.ts';

type Work = (transaction: WriteTransaction) => Promise<void>;

/** `whenEmpty` when nothing was ever stored; reads make no database. */
type Read = <Result>(
  whenEmpty: Result,
  work: (db: BedsideDb) => Promise<Result>,
  onEmpty?: () => void,
) => Promise<Result>;
type Schema<Row> = Parameters<typeof checkedRow<Row>>[0];

export interface Access {
  readonly codec: RowCodec;
  readonly read: Read;
  /** All of `work` or nothing. */
  readonly write: (stores: StoreName[], work: Work) => Promise<void>;
  /** For what was stored earlier. It makes no database, so a run that outlives an erasure leaves no trace. */
  readonly change: (
    whenEmpty: () => void,
    stores: StoreName[],
    work: Work,
    durability?: 'strict' | 'relaxed',
  ) => Promise<void>;
  /** Replaces the row of a run, together with whatever else `work` does. */
  readonly changeRun: (
    runId: string,
    stores: StoreName[],
    next: (run: RunRow) => RunRow,
    work?: Work,
  ) => Promise<void>;
  /** For a part of a run: throws storage/missing inside the transaction that would add to it. */
  readonly requireRun: (transaction: WriteTransaction, runId: string, storedId: string) => Promise<void>;
  readonly open: <Row>(
    schema: Schema<Row>,
    store: CodedStore,
    stored: StoredRow,
    key: RowKey,
  ) => Promise<Row>;
  /** Those that can be read; the others go to `onCorrupt`, or the first of them is thrown. */
  readonly openAll: <Row>(
    schema: Schema<Row>,
    store: CodedStore,
    rows: readonly { readonly key: RowKey; readonly stored: StoredRow }[],
    onCorrupt?: OnCorrupt,
  ) => Promise<Row[]>;
}

export function createAccess(connection: Connection, codec: RowCodec): Access {
  const read: Read = async (whenEmpty, work, onEmpty = () => undefined) => {
    try {
      const db = await connection.openIfPresent();
      if (db !== null) return await work(db);
      onEmpty();
      return whenEmpty;
    } catch (thrown) {
      throw toStorageError(thrown);
    }
  };

  /** Any error aborts the transaction. */
  async function transact(
    db: BedsideDb,
    stores: StoreName[],
    work: Work,
    durability: 'strict' | 'relaxed' = 'strict',
  ): Promise<void> {
    const transaction = db.transaction(stores, 'readwrite', { durability });
    try {
      await work(transaction);
    } catch (thrown) {
      abort(transaction);
      // Why the transaction failed (quota) says more than that a request of it was aborted.
      await transaction.done.catch(() => undefined);
      throw transaction.error ?? thrown;
    }
    await transaction.done;
  }

  const change: Access['change'] = (whenEmpty, stores, work, durability) =>
    read<void>(undefined, (db) => transact(db, stores, work, durability), whenEmpty);

  const open: Access['open'] = async (schema, store, stored, key) =>
    checkedRow(schema, await codec.decode(store, stored), store, key);

  return {
    codec,
    read,
    write: async (stores, work) => {
      try {
        await transact(await connection.open(), stores, work);
      } catch (thrown) {
        throw toStorageError(thrown);
      }
    },
    change,

    changeRun: async (runId, stores, next, work = async () => undefined) => {
      const id = await codec.id('run', runId);
      await read<void>(
        undefined,
        async (db) => {
          // Codecs wait for what a transaction may not wait for, so the row is put only if it is still the one read.
          for (let settled = false; !settled;) {
            const before = await db.get('runs', id);
            if (before === undefined) throw missing('run', runId);
            const run = await open(RunRowSchema, 'runs', before, runId);
            const after = await codec.encode('runs', next(run));
            await transact(db, stores, async (transaction) => {
              const runs = transaction.objectStore('runs');
              const now = await runs.get(id);
              settled = now !== undefined && codec.isSame(now, before);
              if (!settled) return;
              await work(transaction);
              await runs.put(after);
            });
          }
        },
        noRun(runId),
      );
    },

    requireRun: async (transaction, runId, storedId) => {
      if ((await transaction.objectStore('runs').getKey(storedId)) === undefined) throw missing('run', runId);
    },

    open,
    openAll: async (schema, store, rows, onCorrupt) => {
      const tell = (error: AppError): [] => {
        if (onCorrupt === undefined) throw error;
        onCorrupt(error);
        return [];
      };
      const opened = await Promise.all(
        rows.map(({ key, stored }) =>
          open(schema, store, stored, key).then(
            (row) => [row],
            (thrown: unknown) => toStorageError(thrown),
          ),
        ),
      );
      return opened.flatMap((each) => (Array.isArray(each) ? each : tell(each)));
    },
  };
}

function abort(transaction: WriteTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended already, which is what was wanted.
  }
}
