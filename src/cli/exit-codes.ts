/** What a script can rely on. */
export const EXIT = {
  done: 0,
  /** A defect of ours. */
  defect: 1,
  /** The input cannot be used; nothing was written. */
  badInput: 2,
  /** The run ended with failed samples; results are kept. */
  failedSamples: 3,
  /** What was checked is not as it should be (verify-build). */
  differs: 3,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
