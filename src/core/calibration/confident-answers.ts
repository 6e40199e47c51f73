/** How sure the model was of its answer, and whether it was right. */
export interface ConfidentAnswer {
  /** Probability it gave to the answer it picked. */
  readonly confidence: number;
  readonly right: boolean;
}

/** Below this many answers calibration errors are not reliable (as HELM warns). */
export const RELIABLE_ANSWERS = 300;
