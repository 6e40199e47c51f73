import type { Estimate } from '../contracts.ts';
import type { LabelledAnswer } from '../metrics/label-report.ts';

/** One scorer's answers by their labels. */
export interface LabelledRun {
  /** `<scorer>.macro-f1`. */
  readonly metric: string;
  /** The run's own macro-F1. */
  readonly estimate: Estimate;
  readonly answers: readonly (LabelledAnswer & { readonly index: number; readonly repeat: number })[];
}
