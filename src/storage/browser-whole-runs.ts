/** The part of the browser store that changes a run as a whole: put in at once, and failed samples taken back. */
import type { Access } from './access.ts';
import type { ResultStore } from './contract.ts';
import { parseRecordKey } from './record-key.ts';
import { deleteRunRows } from './delete-run-rows.ts';
import { alreadyExists, missing } from './storage-errors.ts';

type Part = Pick<ResultStore, 'putWholeRun' | 'withdrawRecords'>;

export function browserWholeRuns({ codec, write, changeRun }: Access): Part {
  return {
    putWholeRun: async (run, records, beside = {}) => {
      const { id } = run.header;
      const key = await codec.id('run', id);
      const runRow = await codec.encode('runs', { ...run, id, done: records.length });
      const recordRows = await Promise.all(
        records.map((record) =>
          codec.encode('records', { runId: id, index: record.index, repeat: record.repeat, record }),
        ),
      );
      const scores = beside.scores ?? [];
      const scoreRows = await Promise.all(scores.map(([table]) => codec.encode('scores', table)));
      const evidenceRows = await Promise.all(
        scores.flatMap(([{ runId, scorerId, scorerVersion }, evidence]) =>
          [...evidence].map(([recordKey, each]) =>
            codec.encode('evidence', { runId, scorerId, scorerVersion, recordKey, evidence: each }),
          ),
        ),
      );
      const annotationRows = await Promise.all(
        (beside.annotations ?? []).map((annotation) => codec.encode('annotations', annotation)),
      );
      await write(['runs', 'records', 'scores', 'evidence', 'annotations'], async (transaction) => {
        const exists = (await transaction.objectStore('runs').getKey(key)) !== undefined;
        if (exists && beside.replace !== true) throw alreadyExists('run', id);
        if (exists) await deleteRunRows(transaction, key);
        await Promise.all([
          transaction.objectStore('runs').add(runRow),
          ...recordRows.map((row) => transaction.objectStore('records').add(row)),
          ...scoreRows.map((row) => transaction.objectStore('scores').add(row)),
          ...evidenceRows.map((row) => transaction.objectStore('evidence').add(row)),
          ...annotationRows.map((row) => transaction.objectStore('annotations').add(row)),
        ]);
      });
    },

    withdrawRecords: async (runId, marks) => {
      const id = await codec.id('run', runId);
      const keys = marks.map(({ recordKey }): [string, number, number] => {
        const { index, repeat } = parseRecordKey(recordKey);
        return [id, index, repeat];
      });
      const rows = await Promise.all(marks.map((mark) => codec.encode('annotations', mark)));
      await changeRun(
        runId,
        ['runs', 'records', 'annotations'],
        (run) => ({ ...run, done: run.done - marks.length }),
        async (transaction) => {
          const records = transaction.objectStore('records');
          for (const [at, key] of keys.entries()) {
            if ((await records.getKey(key)) === undefined)
              throw missing('record', marks[at]?.recordKey ?? '');
          }
          await Promise.all([
            ...keys.map((key) => records.delete(key)),
            ...rows.map((row) => transaction.objectStore('annotations').put(row)),
          ]);
        },
      );
    },
  };
}
