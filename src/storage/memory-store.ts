/**
 * The same store without a browser: for tests, and for a page that may not keep anything. What goes in and
 * out is copied, as IndexedDB copies it, so that nobody changes a stored row by changing their own.
 */
import type { Evidence, RunRecord } from '../core/contracts.ts';
import type { Sample } from '../core/packs/pack.ts';
import { recordKey } from '../core/run/record-key.ts';
import type { Annotation, RecordKey, ResultStore, ScoreTable, StoredRun } from './contract.ts';
import { allVersions, newestVersions } from './newest-version.ts';
import { packRow, sampleRows } from './pack-rows.ts';
import type { PackRow, SampleRow } from './rows.ts';
import { newestFirst, withRecord, withStatus } from './run-rows.ts';
import { alreadyCommitted, alreadyExists, missing } from './storage-errors.ts';

interface RunShelf {
  run: StoredRun;
  readonly records: Map<RecordKey, RunRecord>;
  /** Scorer id and version -> table with its evidence. */
  readonly scores: Map<string, { readonly table: ScoreTable; readonly evidence: Map<RecordKey, Evidence> }>;
}

interface PackShelf {
  readonly row: PackRow;
  readonly samples: readonly SampleRow[];
}

export function createMemoryStore(): ResultStore {
  const runs = new Map<string, RunShelf>();
  const packs = new Map<string, PackShelf>();
  const unfinished = new Map<string, SampleRow[]>();
  const annotations = new Map<string, Annotation>();
  const meta = new Map<string, unknown>();
  const keepsakes = new Map<string, unknown>();

  function shelf(id: string): RunShelf {
    const found = runs.get(id);
    if (found === undefined) throw missing('run', id);
    return found;
  }

  function deleteRun(id: string): void {
    runs.delete(id);
    for (const [key, each] of annotations) if (each.runId === id) annotations.delete(key);
  }

  function sorted(records: Iterable<RunRecord>): RunRecord[] {
    return [...records].sort((a, b) => a.index - b.index || a.repeat - b.repeat);
  }

  function evidenceOf(
    runId: string,
    scorerId: string,
    scorerVersion?: string,
  ): ReadonlyMap<RecordKey, Evidence> {
    const all = [...(runs.get(runId)?.scores.values() ?? [])];
    const ofScorer = all.filter((each) => each.table.scorerId === scorerId);
    const version = scorerVersion ?? newestVersions(ofScorer.map((each) => each.table))[0]?.scorerVersion;
    return ofScorer.find((each) => each.table.scorerVersion === version)?.evidence ?? new Map();
  }

  return {
    createRun: async (header, total) => {
      if (runs.has(header.id)) throw alreadyExists('run', header.id);
      const run: StoredRun = { header, status: 'running', updatedAt: header.createdAt, done: 0, total };
      runs.set(header.id, { run: structuredClone(run), records: new Map(), scores: new Map() });
    },
    getRun: async (id) => structuredClone(runs.get(id)?.run ?? null),
    listRuns: async () => structuredClone(newestFirst([...runs.values()].map((each) => each.run))),
    setRunStatus: async (id, status, updatedAt, error) => {
      const found = shelf(id);
      found.run = withStatus(found.run, status, updatedAt, error);
    },
    commitRecord: async (runId, record) => {
      const found = shelf(runId);
      const key = recordKey(record);
      if (found.records.has(key)) throw alreadyCommitted(runId, key);
      found.records.set(key, structuredClone(record));
      found.run = withRecord(found.run, record);
    },
    committedKeys: async (runId) => new Set(runs.get(runId)?.records.keys() ?? []),
    getRecord: async (runId, key) => structuredClone(runs.get(runId)?.records.get(key) ?? null),
    async *records(runId) {
      for (const record of sorted(runs.get(runId)?.records.values() ?? [])) yield structuredClone(record);
    },
    putScores: async (table, evidence) => {
      const kept = [...evidence].flatMap(([key, found]): [RecordKey, Evidence][] =>
        found === undefined ? [] : [[key, found]],
      );
      const entry = { table, evidence: new Map(kept) };
      shelf(table.runId).scores.set(`${table.scorerId} ${table.scorerVersion}`, structuredClone(entry));
    },
    listScores: async (runId) => {
      const tables = [...(runs.get(runId)?.scores.values() ?? [])].map((each) => each.table);
      return structuredClone(newestVersions(tables));
    },
    listScoreVersions: async (runId) => {
      const tables = [...(runs.get(runId)?.scores.values() ?? [])].map((each) => each.table);
      return structuredClone(allVersions(tables));
    },
    listEvidence: async (runId, scorerId, scorerVersion) =>
      structuredClone(evidenceOf(runId, scorerId, scorerVersion)),
    getEvidence: async (runId, scorerId, key) =>
      structuredClone(evidenceOf(runId, scorerId).get(key) ?? null),
    putWholeRun: async (run, records, beside = {}) => {
      const { id } = run.header;
      if (runs.has(id) && beside.replace !== true) throw alreadyExists('run', id);
      const byKey = new Map<RecordKey, RunRecord>();
      for (const record of records) {
        const key = recordKey(record);
        if (byKey.has(key)) throw alreadyCommitted(id, key);
        byKey.set(key, structuredClone(record));
      }
      const scores = new Map(
        (beside.scores ?? []).map(([table, evidence]) => [
          `${table.scorerId} ${table.scorerVersion}`,
          structuredClone({ table, evidence: new Map(evidence) }),
        ]),
      );
      deleteRun(id);
      runs.set(id, { run: structuredClone({ ...run, done: byKey.size }), records: byKey, scores });
      for (const each of beside.annotations ?? [])
        annotations.set(annotationKey(each), structuredClone(each));
    },
    withdrawRecords: async (runId, marks) => {
      const found = shelf(runId);
      for (const { recordKey: key } of marks) if (!found.records.has(key)) throw missing('record', key);
      for (const mark of marks) {
        found.records.delete(mark.recordKey);
        annotations.set(annotationKey(mark), structuredClone(mark));
      }
      found.run = { ...found.run, done: found.run.done - marks.length };
    },
    deleteRun: async (id) => deleteRun(id),

    putPack: async (pack, sha256, importedAt) => {
      const entry = { row: packRow(pack, sha256, importedAt), samples: sampleRows(pack) };
      packs.set(pack.id, structuredClone(entry));
    },
    listPacks: async () => [...packs.values()].map(({ row: { id: _id, ...pack } }) => structuredClone(pack)),
    getPack: async (id) => {
      const found = packs.get(id);
      return found === undefined
        ? null
        : structuredClone({ ...found.row.header, samples: found.samples.map(({ sample }) => sample) });
    },
    getSample: async (packId, sampleId): Promise<Sample | null> => {
      const row = packs.get(packId)?.samples.find((each) => each.sampleId === sampleId);
      return structuredClone(row?.sample ?? null);
    },
    getSamples: async (id, from, count) =>
      structuredClone((packs.get(id)?.samples ?? []).slice(from, from + count).map(({ sample }) => sample)),
    deletePack: async (id) => void packs.delete(id),
    writePack: async (packId, token) => {
      unfinished.set(token, []);
      const rows = (): SampleRow[] => {
        const found = unfinished.get(token);
        if (found === undefined) throw missing('pack', packId);
        return found;
      };
      return {
        add: async (samples) => {
          for (const sample of structuredClone(samples))
            rows().push({ packId, index: rows().length, sampleId: sample.id, sample });
        },
        finish: async (pack) => {
          packs.set(packId, { row: structuredClone({ ...pack, id: packId }), samples: rows() });
          unfinished.delete(token);
        },
        discard: async () => void unfinished.delete(token),
      };
    },
    discardUnfinishedPacks: async () => {
      const left = unfinished.size;
      unfinished.clear();
      return left;
    },

    putAnnotation: async (annotation) => {
      shelf(annotation.runId);
      annotations.set(annotationKey(annotation), structuredClone(annotation));
    },
    listAnnotations: async (runId) =>
      structuredClone(
        [...annotations]
          .filter(([, each]) => each.runId === runId)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([, each]) => each),
      ),
    deleteAnnotation: async (annotation) => void annotations.delete(annotationKey(annotation)),

    getMeta: async (id) => structuredClone(meta.get(id)),
    putMeta: async (id, value) => void meta.set(id, structuredClone(value)),
    deleteMeta: async (id) => void meta.delete(id),

    getKeepsake: async (id) => structuredClone(keepsakes.get(id)),
    putKeepsake: async (id, value) => void keepsakes.set(id, structuredClone(value)),
    deleteKeepsake: async (id) => void keepsakes.delete(id),

    usage: async () => {
      const all = [...runs.values()];
      return {
        runs: all.length,
        records: all.reduce((sum, each) => sum + each.records.size, 0),
        packs: packs.size,
        scores: all.reduce((sum, each) => sum + each.scores.size, 0),
      };
    },
    eraseAll: async () => {
      runs.clear();
      packs.clear();
      unfinished.clear();
      annotations.clear();
      meta.clear();
      keepsakes.clear();
    },
    close: async () => undefined,
  };
}

/** Sorts as IndexedDB sorts the key's parts: the separator comes before every character of a part. */
function annotationKey({ runId, recordKey, kind, id }: Omit<Annotation, 'createdAt' | 'body'>): string {
  return [runId, recordKey, kind, id].join('\u0000');
}
