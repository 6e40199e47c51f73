/** Solvers: what they may ask of a model, and what they give. */
import type {
  ChoiceScore,
  ContinuationScore,
  FinishReason,
  GenerateOutcome,
  GenerationSettings,
  PromptTemplate,
  RenderedPrompt,
  Timings,
  Usage,
} from './generation.ts';
import type { Message, Sample } from './packs/pack.ts';
import type { UnscoredReason } from './score.ts';
import type { Normalisation, SettingFields, SolverGroup, SolverSettings } from './solver-settings.ts';

/** What a solver may ask of the model; the app binds it to a worker, tests to a scripted runtime. */
export interface Ask {
  generate(messages: readonly Message[], settings: GenerationSettings): Promise<GenerateOutcome>;
  logprobs(
    messages: readonly Message[],
    continuations: readonly string[],
  ): Promise<{ prompt: RenderedPrompt; scores: readonly ContinuationScore[]; timings: Timings }>;
}

/** One question that a solver put to the model on the way to its output; their number is the calls of the item. */
export interface SolverCall {
  /** What the question was for, e.g. "vote 2 of 5". */
  readonly label: string;
  /** SHA-256 of the token ids that were sent. */
  readonly promptSha256: string;
  /** What came, thoughts and all; null when choices were ranked. */
  readonly text: string | null;
  readonly finish: FinishReason;
  readonly usage: Usage;
  readonly timings: Timings;
  /** Null when nothing was drawn. */
  readonly seed: number | null;
  /** The thinking did not come to its end: its tag is open, or its budget ran out. */
  readonly unclosed?: true;
  /** Original ids of the choices in the order in which they were shown. */
  readonly order?: readonly string[];
  /** Original id of the choice that this call gives; null when none could be read. */
  readonly picked?: string | null;
}

export interface SolverOutput {
  readonly text: string;
  readonly finish: FinishReason;
  readonly choiceScores?: readonly ChoiceScore[];
  /** How the choices were ranked; left out: by the sum. */
  readonly rankedBy?: Normalisation;
  /** Extractor that reads the answer out of the text; left out: each scorer's own reading. */
  readonly extractor?: string;
  /** What the model said of how sure it is, from 0 to 1; null when nothing could be read. Left out: not asked. */
  readonly confidence?: number | null;
  readonly prompt: RenderedPrompt;
  readonly messages: readonly Message[];
  /** Over all calls. */
  readonly usage: Usage;
  /** Over all calls; the first token is that of the first call. */
  readonly timings: Timings;
  /** Set when the solver knows that its output is no answer, e.g. a vote that ended in a tie. */
  readonly unscored?: UnscoredReason;
  /** Absent when one call gave the output. */
  readonly trace?: readonly SolverCall[];
}

/** What a solver works with. */
export interface SolverContext {
  readonly ask: Ask;
  readonly prompt: PromptTemplate;
  readonly generation: GenerationSettings;
  /** Left out: the solver's defaults. */
  readonly settings?: SolverSettings;
  /** All samples of the pack, for solvers that show examples; only held-out ones are ever shown. */
  readonly pool?: readonly (Sample | undefined)[];
  /** How alike two samples of the pool are in meaning, where a text encoder was chosen and loaded. */
  readonly likeness?: (a: Sample, b: Sample) => number;
}

export interface Solver {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  /** One sentence on what is done, with its source where it has one. */
  readonly description: string;
  readonly group: SolverGroup;
  readonly needs: 'generate' | 'logprobs';
  /** It works on the choices of a sample, so a pack without choices cannot be asked this way. */
  readonly needsChoices?: true;
  /** Scorers that read what only this solver asks; they join those of the pack. */
  readonly scorers?: readonly string[];
  /** Absent when there is nothing to set. */
  readonly settings?: SettingFields;
  /** Calls to the model for one sample with so many choices. */
  calls(choices: number, settings: SolverSettings): number;
  /** Positions of samples that serve as examples and are therefore never asked. */
  heldOut?(samples: number, settings: SolverSettings): ReadonlySet<number>;
  /** The text encoder that these settings ask for, as `<model>@<dtype>`; empty where none is chosen, null where none is needed. */
  encoder?(settings: SolverSettings): string | null;
  solve(sample: Sample, context: SolverContext): Promise<SolverOutput>;
}
