import { AppError } from '../../errors.ts';
import type { RatingsTable } from './ratings-table.ts';
import type { JudgeCounts } from './rogan-gladen.ts';

/**
 * What a judge's bias correction needs, out of one table: items that judge and reference rated calibrate; items that only
 * the judge rated are the ones whose rate is wanted.
 */
export function judgeCounts(
  table: RatingsTable,
  roles: { readonly judge: string; readonly reference: string; readonly positive: string },
): JudgeCounts {
  const column = (rater: string): number => {
    const index = table.raters.indexOf(rater);
    if (index === -1) {
      throw new AppError('input/option', `there is no rater "${rater}"`, { raters: [...table.raters] });
    }
    return index;
  };
  const [judge, reference] = [column(roles.judge), column(roles.reference)];
  if (judge === reference) throw new AppError('input/option', 'judge and reference are the same rater');
  const judged = { count: 0, n: 0 };
  const sensitivity = { count: 0, n: 0 };
  const specificity = { count: 0, n: 0 };
  for (const row of table.cells) {
    const said = row[judge] ?? null;
    const truth = row[reference] ?? null;
    if (said === null) continue;
    const positive = said === roles.positive;
    const tally = truth === null ? judged : truth === roles.positive ? sensitivity : specificity;
    tally.n += 1;
    if (tally === specificity ? !positive : positive) tally.count += 1;
  }
  return { judged, sensitivity, specificity };
}
