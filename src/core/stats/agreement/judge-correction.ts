import { judgeCounts } from './judge-counts.ts';
import type { NotApplicable } from './not-applicable.ts';
import type { RatingsTable } from './ratings-table.ts';
import { type CorrectedRate, type JudgeCounts, roganGladen } from './rogan-gladen.ts';

/** Who judges, who knows, and the rating whose rate is wanted. */
export interface JudgeRoles {
  readonly judge: string;
  readonly reference: string;
  readonly positive: string;
}

export interface JudgeCorrection extends JudgeRoles {
  readonly counts: JudgeCounts;
  readonly corrected: CorrectedRate | NotApplicable;
}

/** The judge's positive rate on the items that only it rated, corrected by the items that the reference rated too. */
export function judgeCorrection(table: RatingsTable, roles: JudgeRoles, level: number): JudgeCorrection {
  const counts = judgeCounts(table, roles);
  return { ...roles, counts, corrected: roganGladen(counts, level) };
}
