/** The part of the browser store that keeps score tables and their evidence. */
import type { Evidence } from '../core/contracts.ts';
import type { Access } from './access.ts';
import type { BedsideDb } from './connection.ts';
import type { RecordKey, ResultStore, ScoreTable } from './contract.ts';
import { startingWith } from './key-ranges.ts';
import { compareVersions, allVersions, newestVersions } from './newest-version.ts';
import { EvidenceRowSchema, ScoreRowSchema } from './rows.ts';
import { noRun } from './storage-errors.ts';

type Part = Pick<
  ResultStore,
  'putScores' | 'listScores' | 'listScoreVersions' | 'listEvidence' | 'getEvidence'
>;

export function browserScores({ codec, read, change, requireRun, open, openAll }: Access): Part {
  const storedId = (runId: string) => codec.id('run', runId);

  async function allTables(runId: string): Promise<readonly ScoreTable[]> {
    const range = startingWith(await storedId(runId));
    return read<readonly ScoreTable[]>([], async (db) => {
      const rows = await db.getAll('scores', range);
      return openAll(
        ScoreRowSchema,
        'scores',
        rows.map((stored) => ({ key: [runId, String(stored['scorerId'])], stored })),
      );
    });
  }

  return {
    putScores: async (table, evidence) => {
      const { runId, scorerId, scorerVersion } = table;
      const id = await storedId(runId);
      const tableRow = await codec.encode('scores', table);
      const found = [...evidence].flatMap(([recordKey, each]) =>
        each === undefined ? [] : [{ runId, scorerId, scorerVersion, recordKey, evidence: each }],
      );
      const rows = await Promise.all(found.map((row) => codec.encode('evidence', row)));
      await change(noRun(runId), ['runs', 'scores', 'evidence'], async (transaction) => {
        await requireRun(transaction, runId, id);
        const store = transaction.objectStore('evidence');
        await store.delete(startingWith(id, scorerId, scorerVersion));
        await Promise.all([
          ...rows.map((row) => store.add(row)),
          transaction.objectStore('scores').put(tableRow),
        ]);
      });
    },

    listScores: async (runId) => newestVersions(await allTables(runId)),

    listScoreVersions: async (runId) => allVersions(await allTables(runId)),

    listEvidence: async (runId, scorerId, scorerVersion) => {
      const id = await storedId(runId);
      return read<ReadonlyMap<RecordKey, Evidence>>(new Map(), async (db) => {
        const version = scorerVersion ?? (await newestVersion(db, id, scorerId));
        if (version === null) return new Map();
        const rows = await db.getAll('evidence', startingWith(id, scorerId, version));
        const opened = await openAll(
          EvidenceRowSchema,
          'evidence',
          rows.map((stored) => ({ key: [runId, scorerId, String(stored['recordKey'])], stored })),
        );
        return new Map(opened.map(({ recordKey, evidence }) => [recordKey, evidence]));
      });
    },

    getEvidence: async (runId, scorerId, key) => {
      const id = await storedId(runId);
      return read<Evidence | null>(null, async (db) => {
        const version = await newestVersion(db, id, scorerId);
        if (version === null) return null;
        const row = await db.get('evidence', [id, scorerId, version, key]);
        if (row === undefined) return null;
        return (await open(EvidenceRowSchema, 'evidence', row, [runId, scorerId, version, key])).evidence;
      });
    },
  };
}

/** Which version of a scorer's results is shown; found by its key, without reading the table. */
async function newestVersion(db: BedsideDb, storedRunId: string, scorerId: string): Promise<string | null> {
  const keys = await db.getAllKeys('scores', startingWith(storedRunId, scorerId));
  return (
    keys
      .map(([, , version]) => version)
      .sort(compareVersions)
      .at(-1) ?? null
  );
}
