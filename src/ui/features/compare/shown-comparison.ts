import type { ComparedSet } from '../../../app/services.ts';
import type { BaselineComparison } from '../../../core/compare/comparison-report.ts';

/** What every part of the page draws from: all runs, and the pair that is looked at. */
export interface ShownComparison {
  readonly set: ComparedSet;
  readonly shown: BaselineComparison;
}
