/** The part of the browser store that keeps runs and their records. */
import type { RunRecord, RunStatus } from '../core/contracts.ts';
import type { PlainError } from '../core/errors.ts';
import { recordKey } from '../core/run/record-key.ts';
import type { Access } from './access.ts';
import type { RecordKey, ResultStore, StoredRun } from './contract.ts';
import { deleteRunRows, runRowsLeft } from './delete-run-rows.ts';
import { ofRun, restOfRun } from './key-ranges.ts';
import { parseRecordKey } from './record-key.ts';
import type { StoredRow } from './row-codec.ts';
import { RecordRowSchema, RunRowSchema, type RecordRow, type RunRow } from './rows.ts';
import { newestFirst, withRecord, withStatus } from './run-rows.ts';
import { alreadyCommitted, alreadyExists, refuseRemains } from './storage-errors.ts';

/** Rows read at a time where all are wanted: large enough to be quick, small enough not to hold a run whole. */
const PAGE_ROWS = 200;

type RecordRowKey = [string, number, number];

type Part = Pick<
  ResultStore,
  | 'createRun'
  | 'getRun'
  | 'listRuns'
  | 'setRunStatus'
  | 'commitRecord'
  | 'committedKeys'
  | 'getRecord'
  | 'records'
  | 'deleteRun'
>;

export function browserRuns({ codec, read, write, change, changeRun, open, openAll }: Access): Part {
  const storedId = (runId: string) => codec.id('run', runId);

  return {
    createRun: async (header, total) => {
      const { id, createdAt } = header;
      const run: RunRow = { id, header, status: 'running', updatedAt: createdAt, done: 0, total };
      const key = await storedId(id);
      const row = await codec.encode('runs', run);
      await write(['runs'], async (transaction) => {
        const runs = transaction.objectStore('runs');
        if ((await runs.getKey(key)) !== undefined) throw alreadyExists('run', id);
        await runs.add(row);
      });
    },

    getRun: async (id) => {
      const key = await storedId(id);
      return read<StoredRun | null>(null, async (db) => {
        const row = await db.get('runs', key);
        return row === undefined ? null : withoutId(await open(RunRowSchema, 'runs', row, id));
      });
    },

    listRuns: (onCorrupt) =>
      read<readonly StoredRun[]>([], async (db) => {
        const rows = (await db.getAll('runs')).map((stored) => ({ key: String(stored['id']), stored }));
        return newestFirst((await openAll(RunRowSchema, 'runs', rows, onCorrupt)).map(withoutId));
      }),

    setRunStatus: (id: string, status: RunStatus, updatedAt: string, error?: PlainError) =>
      changeRun(id, ['runs'], (run) => ({ ...withStatus(run, status, updatedAt, error), id })),

    commitRecord: async (runId, record) => {
      const key = recordRowKey(await storedId(runId), record);
      const row = await codec.encode('records', recordRow(runId, record));
      await changeRun(
        runId,
        ['runs', 'records'],
        (run) => withRecord(run, record),
        async (transaction) => {
          const records = transaction.objectStore('records');
          if ((await records.getKey(key)) !== undefined) throw alreadyCommitted(runId, recordKey(record));
          await records.add(row);
        },
      );
    },

    committedKeys: async (runId) => {
      const range = ofRun(await storedId(runId));
      return read<ReadonlySet<RecordKey>>(new Set(), async (db) => {
        const keys = await db.getAllKeys('records', range);
        return new Set(keys.map(([, index, repeat]) => recordKey({ index, repeat })));
      });
    },

    getRecord: async (runId, key) => {
      const { index, repeat } = parseRecordKey(key);
      const rowKey: RecordRowKey = [await storedId(runId), index, repeat];
      return read<RunRecord | null>(null, async (db) => {
        const row = await db.get('records', rowKey);
        if (row === undefined) return null;
        return (await open(RecordRowSchema, 'records', row, [runId, index, repeat])).record;
      });
    },

    async *records(runId, onCorrupt) {
      const id = await storedId(runId);
      let after: IDBKeyRange | null = ofRun(id);
      while (after !== null) {
        const range: IDBKeyRange = after;
        // Keys come along, because a row that cannot be read cannot be trusted to say where it stood.
        const page = await read<{ keys: RecordRowKey[]; rows: StoredRow[] }>(
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
        const rows = page.rows.map((stored, i) => {
          const [, index, repeat] = page.keys[i] ?? [id, 0, 0];
          return { key: [runId, index, repeat], stored };
        });
        for (const { record } of await openAll(RecordRowSchema, 'records', rows, onCorrupt)) yield record;
        const last = page.keys.at(-1);
        after = last === undefined || page.keys.length < PAGE_ROWS ? null : restOfRun(id, last);
      }
    },

    deleteRun: async (runId) => {
      const id = await storedId(runId);
      await change(
        () => undefined,
        ['runs', 'records', 'scores', 'evidence', 'annotations'],
        (transaction) => deleteRunRows(transaction, id),
      );
      refuseRemains(await read<readonly string[]>([], (db) => runRowsLeft(db, id)));
    },
  };
}

function recordRow(runId: string, record: RunRecord): RecordRow {
  return { runId, index: record.index, repeat: record.repeat, record };
}

function recordRowKey(storedRunId: string, record: RunRecord): RecordRowKey {
  return [storedRunId, record.index, record.repeat];
}

function withoutId({ id: _id, ...run }: RunRow): StoredRun {
  return run;
}
