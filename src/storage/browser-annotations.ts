/** The part of the browser store that keeps annotations, and the settings of the store itself. */
import type { Access } from './access.ts';
import type { Annotation, ResultStore } from './contract.ts';
import { startingWith } from './key-ranges.ts';
import { AnnotationRowSchema } from './rows.ts';
import { noRun } from './storage-errors.ts';

type Part = Pick<
  ResultStore,
  'putAnnotation' | 'listAnnotations' | 'deleteAnnotation' | 'getMeta' | 'putMeta' | 'deleteMeta'
>;

export function browserAnnotations({ codec, read, write, change, requireRun, openAll }: Access): Part {
  const nothing = () => undefined;

  return {
    putAnnotation: async (annotation) => {
      const runId = await codec.id('run', annotation.runId);
      const row = await codec.encode('annotations', annotation);
      await change(noRun(annotation.runId), ['runs', 'annotations'], async (transaction) => {
        await requireRun(transaction, annotation.runId, runId);
        await transaction.objectStore('annotations').put(row);
      });
    },

    listAnnotations: async (runId) => {
      const range = startingWith(await codec.id('run', runId));
      return read<readonly Annotation[]>([], async (db) => {
        const rows = (await db.getAll('annotations', range)).map((stored) => ({
          key: [runId, String(stored['recordKey'])],
          stored,
        }));
        // The keys of a sealed store have an order of their own.
        return (await openAll(AnnotationRowSchema, 'annotations', rows)).sort((a, b) =>
          indexedDB.cmp([a.recordKey, a.kind, a.id], [b.recordKey, b.kind, b.id]),
        );
      });
    },

    deleteAnnotation: async ({ runId, recordKey, kind, id }) => {
      const key: [string, string, string, string] = [
        await codec.id('run', runId),
        recordKey,
        await codec.id('annotation-kind', kind),
        await codec.id('annotation', runId, recordKey, kind, id),
      ];
      await change(nothing, ['annotations'], async (transaction) => {
        await transaction.objectStore('annotations').delete(key);
      });
    },

    getMeta: (id) => read<unknown>(undefined, async (db) => (await db.get('meta', id))?.value),

    putMeta: (id, value) =>
      write(['meta'], async (transaction) => {
        await transaction.objectStore('meta').put({ id, value });
      }),

    deleteMeta: (id) =>
      change(nothing, ['meta'], async (transaction) => {
        await transaction.objectStore('meta').delete(id);
      }),
  };
}
