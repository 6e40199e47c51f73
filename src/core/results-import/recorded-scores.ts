import type { Evidence, Scorer } from '../contracts.ts';
import { AppError } from '../errors.ts';
import type { PackPart } from '../packs/pack-part.ts';
import type { ScoredRun, ScoredTable } from '../run/score-run.ts';
import { scoreOfCell } from '../run/slices.ts';
import type { ImportedTable } from './imported-tables.ts';

/** What scored tables need besides their cells: stored tables have it, and so have those of a file just read. */
export type RecordedTable = Pick<
  ImportedTable,
  'scorerId' | 'scorerVersion' | 'measures' | 'keys' | 'columns' | 'estimates'
>;

/** Scores as they were recorded, in the form that exports read; nothing is scored again. */
export function recordedScores(
  pack: Pick<PackPart, 'samples'>,
  tables: readonly RecordedTable[],
  evidence: ReadonlyMap<string, ReadonlyMap<string, Evidence>> = new Map(),
): ScoredRun {
  const keys = [...new Set(tables.flatMap((table) => table.keys))];
  const items = keys.map((key) => {
    const [index = 0, repeat = 0] = key.split('#').map(Number);
    const sample = pack.samples[index];
    if (sample === undefined)
      throw new AppError('input/unknown-id', `the pack has no sample at position ${index + 1}`, {
        ids: [key],
      });
    return { index, repeat, key, sample };
  });
  return {
    items,
    tables: tables.map((table) => ({
      ...scoredTable(table, keys),
      evidence: evidence.get(table.scorerId) ?? new Map(),
    })),
  };
}

function scoredTable(table: RecordedTable, keys: readonly string[]): ScoredTable {
  const { scorerId, scorerVersion, measures, columns, estimates } = table;
  const scorer: Scorer = {
    id: scorerId,
    version: scorerVersion,
    title: scorerId,
    description: 'Scores as they were recorded.',
    measures,
    score: () => {
      throw new AppError('defect', `the scores of ${scorerId} were recorded and cannot be made again`);
    },
  };
  // A table of a partial re-scoring may lack keys that another has.
  const rows = new Map(table.keys.map((key, row) => [key, row]));
  return {
    scorer,
    columns: measures.flatMap((measure) => {
      const metric = `${scorerId}.${measure.id}`;
      const estimate = estimates[metric];
      const cells = columns[measure.id];
      if (estimate === undefined || cells === undefined) return [];
      const scores = keys.map((key) => scoreOfCell(cells[rows.get(key) ?? -1] ?? 'not-applicable'));
      return [{ metric, measure, scores, estimate }];
    }),
    evidence: new Map(),
  };
}
