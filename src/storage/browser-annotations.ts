/** The part of the browser store that keeps annotations, and the settings of the store itself. */
import type { BedsideDb, WriteTransaction } from './connection.ts';
import type { Annotation, ResultStore } from './contract.ts';
import { startingWith } from './key-ranges.ts';
import { AnnotationRowSchema, checkedRow } from './rows.ts';
import type { StoreName } from './schema.ts';
import { noRun } from './storage-errors.ts';

interface Access {
  readonly read: <Result>(whenEmpty: Result, work: (db: BedsideDb) => Promise<Result>) => Promise<Result>;
  readonly write: (
    stores: StoreName[],
    work: (transaction: WriteTransaction) => Promise<void>,
  ) => Promise<void>;
  readonly change: (
    whenEmpty: () => void,
    stores: StoreName[],
    work: (transaction: WriteTransaction) => Promise<void>,
  ) => Promise<void>;
  readonly existingRun: (transaction: WriteTransaction, id: string) => Promise<unknown>;
}

type Part = Pick<
  ResultStore,
  'putAnnotation' | 'listAnnotations' | 'deleteAnnotation' | 'getMeta' | 'putMeta' | 'deleteMeta'
>;

export function browserAnnotations({ read, write, change, existingRun }: Access): Part {
  return {
    putAnnotation: (annotation) =>
      change(noRun(annotation.runId), ['runs', 'annotations'], async (transaction) => {
        await existingRun(transaction, annotation.runId);
        await transaction.objectStore('annotations').put(annotation);
      }),

    listAnnotations: (runId) =>
      read<readonly Annotation[]>([], async (db) => {
        const rows = await db.getAll('annotations', startingWith(runId));
        return rows.map((row) =>
          checkedRow(AnnotationRowSchema, row, 'annotations', [runId, String(row?.recordKey)]),
        );
      }),

    deleteAnnotation: ({ runId, recordKey, kind, id }) =>
      change(
        () => undefined,
        ['annotations'],
        async (transaction) => {
          await transaction.objectStore('annotations').delete([runId, recordKey, kind, id]);
        },
      ),

    getMeta: (id) => read<unknown>(undefined, async (db) => (await db.get('meta', id))?.value),

    putMeta: (id, value) =>
      write(['meta'], async (transaction) => {
        await transaction.objectStore('meta').put({ id, value });
      }),

    deleteMeta: (id) =>
      change(
        () => undefined,
        ['meta'],
        async (transaction) => {
          await transaction.objectStore('meta').delete(id);
        },
      ),
  };
}
