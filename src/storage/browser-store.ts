/**
 * The result store in IndexedDB. Records are committed with strict durability: the promise resolves when the
 * browser has handed them to the disk, so a killed process loses none of them.
 */
import type { Evidence, RunRecord, RunStatus } from '../core/contracts.ts';
import type { PlainError } from '../core/errors.ts';
import type { Pack, Sample } from '../core/packs/pack.ts';
import { browserAnnotations } from './browser-annotations.ts';
import { Connection, type BedsideDb, type WriteTransaction } from './connection.ts';
import { recordKey } from '../core/run/record-key.ts';
import type { OnCorrupt, RecordKey, ResultStore, ScoreTable, StoredPack, StoredRun } from './contract.ts';
import { ofRun, restOfRun, startingWith } from './key-ranges.ts';
import { compareVersions, newestVersions } from './newest-version.ts';
import { packRow, packFromRows, sampleRows } from './pack-rows.ts';
import { parseRecordKey } from './record-key.ts';
import {
  checkedRow,
  EvidenceRowSchema,
  PackRowSchema,
  RecordRowSchema,
  RunRowSchema,
  SampleRowSchema,
  ScoreRowSchema,
  type RowKey,
  type RunRow,
} from './rows.ts';
import { newestFirst, withStatus } from './run-rows.ts';
import { DATABASE_NAME, STORE_NAMES, type StoreName } from './schema.ts';
import { alreadyCommitted, alreadyExists, missing, noRun, toStorageError } from './storage-errors.ts';

/** Rows read at a time where all are wanted: large enough to be quick, small enough not to hold a run whole. */
const PAGE_ROWS = 200;

export interface BrowserStore extends ResultStore {
  /** Opens nothing until `release` settles, because another tab is erasing. */
  holdUntil(release: Promise<void>): void;
}

export function createBrowserStore(name: string = DATABASE_NAME): BrowserStore {
  const connection = new Connection(name);

  async function read<Result>(
    whenEmpty: Result,
    work: (db: BedsideDb) => Promise<Result>,
    onEmpty: () => void = () => undefined,
  ): Promise<Result> {
    try {
      const db = await connection.openIfPresent();
      if (db !== null) return await work(db);
      onEmpty();
      return whenEmpty;
    } catch (thrown) {
      throw toStorageError(thrown);
    }
  }

  /** All of `work` or nothing: any error aborts the transaction. */
  async function transact(
    db: BedsideDb,
    stores: StoreName[],
    work: (transaction: WriteTransaction) => Promise<void>,
  ): Promise<void> {
    const transaction = db.transaction(stores, 'readwrite', { durability: 'strict' });
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

  async function write(
    stores: StoreName[],
    work: (transaction: WriteTransaction) => Promise<void>,
  ): Promise<void> {
    try {
      await transact(await connection.open(), stores, work);
    } catch (thrown) {
      throw toStorageError(thrown);
    }
  }

  /** For what was stored earlier. It makes no database, so a run that outlives an erasure leaves no trace. */
  function change(
    whenEmpty: () => void,
    stores: StoreName[],
    work: (transaction: WriteTransaction) => Promise<void>,
  ): Promise<void> {
    return read<void>(undefined, (db) => transact(db, stores, work), whenEmpty);
  }

  async function existingRun(transaction: WriteTransaction, id: string): Promise<RunRow> {
    const row = await transaction.objectStore('runs').get(id);
    if (row === undefined) throw missing('run', id);
    return checkedRow(RunRowSchema, row, 'runs', id);
  }

  return {
    createRun: (header, total) =>
      write(['runs'], async (transaction) => {
        const runs = transaction.objectStore('runs');
        if ((await runs.getKey(header.id)) !== undefined) throw alreadyExists('run', header.id);
        await runs.add({
          id: header.id,
          header,
          status: 'running',
          updatedAt: header.createdAt,
          done: 0,
          total,
        });
      }),

    getRun: (id) =>
      read<StoredRun | null>(null, async (db) => {
        const row = await db.get('runs', id);
        return row === undefined ? null : withoutId(checkedRow(RunRowSchema, row, 'runs', id));
      }),

    listRuns: (onCorrupt) =>
      read<readonly StoredRun[]>([], async (db) => {
        const rows = readable(
          await db.getAll('runs'),
          RunRowSchema,
          'runs',
          (row) => String(row?.id),
          onCorrupt,
        );
        return newestFirst(rows.map(withoutId));
      }),

    setRunStatus: (id: string, status: RunStatus, updatedAt: string, error?: PlainError) =>
      change(noRun(id), ['runs'], async (transaction) => {
        const row = await existingRun(transaction, id);
        await transaction.objectStore('runs').put({ ...withStatus(row, status, updatedAt, error), id });
      }),

    commitRecord: (runId, record) =>
      change(noRun(runId), ['runs', 'records'], async (transaction) => {
        const row = await existingRun(transaction, runId);
        const key = recordRowKey(runId, record);
        const records = transaction.objectStore('records');
        if ((await records.getKey(key)) !== undefined) {
          throw alreadyCommitted(runId, recordKey(record));
        }
        await records.add({ runId, index: record.index, repeat: record.repeat, record });
        await transaction
          .objectStore('runs')
          .put({ ...row, done: row.done + 1, updatedAt: record.createdAt });
      }),

    committedKeys: (runId) =>
      read<ReadonlySet<RecordKey>>(new Set(), async (db) => {
        const keys = await db.getAllKeys('records', ofRun(runId));
        return new Set(keys.map(([, index, repeat]) => recordKey({ index, repeat })));
      }),

    getRecord: (runId, key) =>
      read<RunRecord | null>(null, async (db) => {
        const { index, repeat } = parseRecordKey(key);
        const rowKey: [string, number, number] = [runId, index, repeat];
        const row = await db.get('records', rowKey);
        return row === undefined ? null : checkedRow(RecordRowSchema, row, 'records', rowKey).record;
      }),

    async *records(runId, onCorrupt) {
      let after: IDBKeyRange | null = ofRun(runId);
      while (after !== null) {
        const range: IDBKeyRange = after;
        // Keys come along, because a row that cannot be read cannot be trusted to say where it stood.
        const page = await read<{ keys: [string, number, number][]; rows: unknown[] }>(
          { keys: [], rows: [] },
          async (db) => {
            const transaction = db.transaction('records');
            const [keys, rows] = await Promise.all([
              transaction.store.getAllKeys(range, PAGE_ROWS),
              transaction.store.getAll(range, PAGE_ROWS),
            ]);
            return { keys, rows };
          },
        );
        for (const [i, key] of page.keys.entries()) {
          const [row] = readable([page.rows[i]], RecordRowSchema, 'records', () => key, onCorrupt);
          if (row !== undefined) yield row.record;
        }
        const last = page.keys.at(-1);
        after = last === undefined || page.keys.length < PAGE_ROWS ? null : restOfRun(runId, last);
      }
    },

    putScores: (table, evidence) =>
      change(noRun(table.runId), ['runs', 'scores', 'evidence'], async (transaction) => {
        await existingRun(transaction, table.runId);
        const rows = transaction.objectStore('evidence');
        const { runId, scorerId, scorerVersion } = table;
        await rows.delete(startingWith(runId, scorerId, scorerVersion));
        const puts = [...evidence].flatMap(([recordKey, found]) =>
          found === undefined
            ? []
            : [rows.add({ runId, scorerId, scorerVersion, recordKey, evidence: found })],
        );
        await Promise.all([...puts, transaction.objectStore('scores').put(table)]);
      }),

    listScores: (runId) =>
      read<readonly ScoreTable[]>([], async (db) => {
        const rows = await db.getAll('scores', startingWith(runId));
        return newestVersions(
          rows.map((row) => checkedRow(ScoreRowSchema, row, 'scores', [runId, String(row.scorerId)])),
        );
      }),

    listEvidence: (runId, scorerId) =>
      read<ReadonlyMap<RecordKey, Evidence>>(new Map(), async (db) => {
        const version = await newestVersion(db, runId, scorerId);
        if (version === null) return new Map();
        const rows = await db.getAll('evidence', startingWith(runId, scorerId, version));
        return new Map(
          rows.map((row) => {
            const { recordKey, evidence } = checkedRow(EvidenceRowSchema, row, 'evidence', [runId, scorerId]);
            return [recordKey, evidence];
          }),
        );
      }),

    getEvidence: (runId, scorerId, key) =>
      read<Evidence | null>(null, async (db) => {
        const version = await newestVersion(db, runId, scorerId);
        if (version === null) return null;
        const rowKey: [string, string, string, string] = [runId, scorerId, version, key];
        const row = await db.get('evidence', rowKey);
        return row === undefined ? null : checkedRow(EvidenceRowSchema, row, 'evidence', rowKey).evidence;
      }),

    putWholeRun: (run, records) =>
      write(['runs', 'records'], async (transaction) => {
        const { id } = run.header;
        const runs = transaction.objectStore('runs');
        if ((await runs.getKey(id)) !== undefined) throw alreadyExists('run', id);
        const store = transaction.objectStore('records');
        await Promise.all([
          runs.add({ ...run, id, done: records.length }),
          ...records.map((record) =>
            store.add({ runId: id, index: record.index, repeat: record.repeat, record }),
          ),
        ]);
      }),

    deleteRun: (id) =>
      change(nothing, ['runs', 'records', 'scores', 'evidence', 'annotations'], async (transaction) => {
        await Promise.all([
          transaction.objectStore('runs').delete(id),
          transaction.objectStore('records').delete(ofRun(id)),
          transaction.objectStore('scores').delete(startingWith(id)),
          transaction.objectStore('evidence').delete(startingWith(id)),
          transaction.objectStore('annotations').delete(startingWith(id)),
        ]);
      }),

    putPack: (pack, sha256, importedAt) =>
      write(['packs', 'samples'], async (transaction) => {
        const samples = transaction.objectStore('samples');
        await samples.delete(startingWith(pack.id));
        await Promise.all([
          transaction.objectStore('packs').put(packRow(pack, sha256, importedAt)),
          ...sampleRows(pack).map((row) => samples.add(row)),
        ]);
      }),

    listPacks: (onCorrupt) =>
      read<readonly StoredPack[]>([], async (db) => {
        const rows = await db.getAll('packs');
        return readable(rows, PackRowSchema, 'packs', (row) => String(row?.id), onCorrupt).map(withoutId);
      }),

    getPack: (id) =>
      read<Pack | null>(null, async (db) => {
        const transaction = db.transaction(['packs', 'samples']);
        const [header, samples] = await Promise.all([
          transaction.objectStore('packs').get(id),
          transaction.objectStore('samples').getAll(startingWith(id)),
        ]);
        if (header === undefined) return null;
        return packFromRows(
          checkedRow(PackRowSchema, header, 'packs', id),
          samples.map((row, index) => checkedRow(SampleRowSchema, row, 'samples', [id, index])),
        );
      }),

    getSample: (packId, sampleId) =>
      read<Sample | null>(null, async (db) => {
        const row = await db.getFromIndex('samples', 'by-sample-id', [packId, sampleId]);
        return row === undefined
          ? null
          : checkedRow(SampleRowSchema, row, 'samples', [packId, sampleId]).sample;
      }),

    deletePack: (id) =>
      change(nothing, ['packs', 'samples'], async (transaction) => {
        await Promise.all([
          transaction.objectStore('packs').delete(id),
          transaction.objectStore('samples').delete(startingWith(id)),
        ]);
      }),

    ...browserAnnotations({ read, write, change, existingRun }),

    usage: () =>
      read({ runs: 0, records: 0, packs: 0, scores: 0 }, async (db) => {
        const transaction = db.transaction(['runs', 'records', 'packs', 'scores']);
        const [runs, records, packs, scores] = await Promise.all([
          transaction.objectStore('runs').count(),
          transaction.objectStore('records').count(),
          transaction.objectStore('packs').count(),
          transaction.objectStore('scores').count(),
        ]);
        return { runs, records, packs, scores };
      }),

    eraseAll: async () => {
      const stored = await read(false, async () => true);
      if (stored) {
        // Rows first: should another tab block the deletion of the database, its content is gone all the same.
        await write([...STORE_NAMES], async (transaction) => {
          await Promise.all(STORE_NAMES.map((store) => transaction.objectStore(store).clear()));
        });
      }
      await connection.deleteDatabase();
    },

    close: () => connection.close(),
    holdUntil: (release) => connection.holdUntil(release),
  };
}

/** Which version of a scorer's results is shown; found by its key, without reading the table. */
async function newestVersion(db: BedsideDb, runId: string, scorerId: string): Promise<string | null> {
  const keys = await db.getAllKeys('scores', startingWith(runId, scorerId));
  return (
    keys
      .map(([, , version]) => version)
      .sort(compareVersions)
      .at(-1) ?? null
  );
}

function nothing(): void {
  // What is not there need not be deleted.
}

function abort(transaction: WriteTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended already, which is what was wanted.
  }
}

function withoutId<Row extends { readonly id: string }>({ id: _id, ...row }: Row): Omit<Row, 'id'> {
  return row;
}

function recordRowKey(runId: string, record: RunRecord): [string, number, number] {
  return [runId, record.index, record.repeat];
}

function readable<Row>(
  values: readonly unknown[],
  schema: Parameters<typeof checkedRow<Row>>[0],
  store: StoreName,
  keyOf: (value: { readonly id?: unknown } | null) => RowKey,
  onCorrupt: OnCorrupt | undefined,
): Row[] {
  return values.flatMap((value) => {
    try {
      return [checkedRow(schema, value, store, keyOf(value as { readonly id?: unknown } | null))];
    } catch (thrown) {
      if (onCorrupt === undefined) throw thrown;
      onCorrupt(toStorageError(thrown));
      return [];
    }
  });
}
