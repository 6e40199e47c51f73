import type { ComparedScores } from '../compare/pair-scores.ts';
import { scoreOfCell } from '../run/slices.ts';
import type { ImportedRun } from './imported-run.ts';

/** The scores that a file brought with it, as comparisons read them. */
export function comparedScores({ items, tables }: Pick<ImportedRun, 'items' | 'tables'>): ComparedScores {
  return {
    items,
    tables: tables.map(({ scorerId, measures, columns, estimates }) => ({
      columns: measures.flatMap((measure) => {
        const metric = `${scorerId}.${measure.id}`;
        const estimate = estimates[metric];
        const cells = columns[measure.id];
        return estimate === undefined || cells === undefined
          ? []
          : [{ metric, measure, estimate, scores: cells.map(scoreOfCell) }];
      }),
    })),
  };
}
