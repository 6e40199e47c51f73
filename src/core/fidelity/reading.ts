/** What a device gave for reference vectors, as plain data: what the comparison needs of a model and no more. */
export interface PositionReading {
  /** Natural-log probabilities of the reference's tokens of this position, in the reference's order. */
  readonly logProbabilities: readonly number[];
  /** The device's own most likely token. */
  readonly mostLikely: number;
}

export interface PromptReading {
  readonly id: string;
  /** One for each position of the reference, the reference's own text forced. */
  readonly positions: readonly PositionReading[];
  /** What the device writes greedily by itself, at most as many tokens as the reference. */
  readonly greedyIds: readonly number[];
  /** The same asked a second time; null where it was not. */
  readonly againIds: readonly number[] | null;
  readonly text: string;
  /** The reference's greedy tokens as text. */
  readonly referenceText: string;
}

export interface ChoiceReading {
  readonly id: string;
  readonly logLikelihoods: readonly number[];
}

export interface FidelityReading {
  readonly prompts: readonly PromptReading[];
  readonly choices: readonly ChoiceReading[];
}
