import type { QualityPerSecond } from './quality-per-second.ts';
import type { RunCost } from './run-cost.ts';

/** Times, tokens and memory of one run, and the quality that its seconds bought. */
export interface CostOfRun {
  readonly cost: RunCost;
  readonly quality: readonly QualityPerSecond[];
}
