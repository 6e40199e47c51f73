/**
 * The contracts between layers. Core is plain functions and data: no DOM, worker, clock, random or fetch;
 * what a function needs of those comes in as an argument.
 * Every extension point (scorer, importer, solver, prompt, runtime, export) is one file plus one registry line.
 */
import type { FidelityMark, LoadUse, MemoryUse, SpeedSettings } from './device-use.ts';
import type { PlainError } from './errors.ts';
import type { Evidence } from './evidence.ts';
import type { NetworkUse } from './network/network-use.ts';
import type { Message, PackHeader, Sample } from './packs/pack.ts';
import type { Normalisation, SettingFields, SolverGroup, SolverSettings } from './solver-settings.ts';
import type { ScorerResources, ScoringSettings } from './scorers/scorer-resources.ts';

// ---------------------------------------------------------------------------------------------- scores

/** Why there is no score. Unscored is never zero and never dropped silently. */
export const UNSCORED_REASONS = [
  'missing-output',
  'empty-output',
  'no-reference',
  'no-facts',
  'no-choices',
  'no-answer',
  'no-encoder',
  'extraction-failed',
  'ambiguous-answer',
  'refused',
  'prompt-too-long',
  'truncated',
  'too-long-to-score',
  'sample-failed',
  'cancelled',
  'not-applicable',
  'held-out',
] as const;
export type UnscoredReason = (typeof UNSCORED_REASONS)[number];

export type Score =
  | { readonly state: 'scored'; readonly value: number }
  | { readonly state: 'unscored'; readonly reason: UnscoredReason };

export * from './device-use.ts';
export * from './evidence.ts';

/** All measures of one scorer for one sample, keyed by measure id without the scorer's prefix. */
export interface ScoreCard {
  readonly scores: Readonly<Record<string, Score>>;
  readonly evidence?: Evidence;
}

/** What a model gave for one sample, as far as scoring needs it. `null` text = no output exists. */
export interface ScorableOutput {
  readonly text: string | null;
  /** Set when the record could not be produced or must not be scored as it is. */
  readonly unscored?: UnscoredReason;
  readonly finish?: FinishReason;
  /** Present when the solver ranked the choices. */
  readonly choiceScores?: readonly ChoiceScore[];
  /** How the choices were ranked; left out: by the sum. */
  readonly rankedBy?: Normalisation;
  /** Extractor that reads the answer; left out: each scorer's own reading. */
  readonly extractor?: string;
  /** What the model itself said of how sure it is, from 0 to 1; null when it was asked and nothing could be read. */
  readonly confidence?: number | null;
  /** Present when the solver asked more than once. */
  readonly trace?: readonly SolverCall[];
}

export interface MeasureSpec {
  readonly id: string;
  readonly title: string;
  /** binary: 0/1 (Wilson); fraction: within [0,1]; count: >= 0, unbounded. */
  readonly kind: 'binary' | 'fraction' | 'count';
  readonly better: 'higher' | 'lower';
  /** Shown first in tables; the others are one click away. */
  readonly headline: boolean;
}

export interface Scorer {
  readonly id: string;
  /** Raised whenever the same input may score differently. */
  readonly version: string;
  readonly title: string;
  /** One sentence with the source of the definition. */
  readonly description: string;
  readonly measures: readonly MeasureSpec[];
  /** Extractors whose reading can stand for its own, when an answer is read again. */
  readonly extractors?: readonly string[];
  /** What it scores with; without it, it has no scores. See ScorerResources. */
  readonly needs?: 'vocabulary' | 'encodings';
  /** Its scores say how near the output is to the reference text, so they lean where the reference leans. */
  readonly nearness?: true;
  /** What its numbers depend on beside sample and output, stored with every table of scores. */
  readonly settings?: ScoringSettings;
  /**
   * The same scorer over what a person chose. Its id is then `<id>@<what>`, so that scores over different
   * things never stand in one column.
   */
  bind?(resources: ScorerResources): Scorer;
  score(sample: Sample, output: ScorableOutput): ScoreCard;
}

// -------------------------------------------------------------------------------------------- estimates

/** Names of interval methods, printed beside every interval. */
export type IntervalMethod =
  | 'wilson'
  | 'modified-wilson'
  | 'cluster-wilson'
  | 'bca-bootstrap'
  | 'percentile-bootstrap'
  | 't'
  | 'cluster-t'
  | 'clopper-pearson'
  | 'exact-poisson';

/** A mean with its interval and its counts; `value` is null when nothing was scored. */
export interface Estimate {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Confidence level, e.g. 0.95. */
  readonly level: number;
  readonly method: IntervalMethod | 'none';
  /** Scored samples. */
  readonly n: number;
  readonly unscored: number;
  /** Samples whose record failed. They are also counted in `unscored`. */
  readonly failed: number;
  readonly clusters?: number;
  /** Set when the method is known to be off here, e.g. fewer than 20 clusters. */
  readonly unreliable?: 'few-clusters' | 'few-samples';
}

/** Deterministic uniform numbers in [0, 1). */
export interface Rng {
  next(): number;
}

// ---------------------------------------------------------------------------------- prompts and solvers

export interface PromptTemplate {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  /** The text the hash is taken of; also shown in the page. */
  readonly template: string;
  render(sample: Sample): readonly Message[];
}

export type FinishReason = 'stop' | 'stop-string' | 'length' | 'cancelled';

export interface GenerationSettings {
  readonly maxTokens: number;
  /** 0 = greedy. */
  readonly temperature: number;
  readonly topK: number;
  readonly seed: number;
  readonly stop: readonly string[];
}

export interface Usage {
  readonly promptTokens: number;
  readonly outputTokens: number;
}

export interface Timings {
  /** From request to the first token, in ms. */
  readonly firstTokenMs: number | null;
  readonly totalMs: number;
  /** Decode speed without the first token; null when fewer than two tokens came. */
  readonly tokensPerSecond: number | null;
  /** Tokens of the prompt that were kept computed from an earlier call; the first token did not wait for them. */
  readonly reusedTokens?: number;
}

export const PROMPT_WARNINGS = [
  'missing-bos',
  'double-bos',
  'missing-generation-prompt',
  'no-chat-template',
  'special-token-in-content',
] as const;
export type PromptWarning = (typeof PROMPT_WARNINGS)[number];

/** What was really sent to the model, after the chat template and the tokenizer. */
export interface RenderedPrompt {
  readonly text: string;
  readonly tokenCount: number;
  /** SHA-256 (hex) over the token ids as little-endian uint32. */
  readonly tokenIdsSha256: string;
  readonly firstTokenIds: readonly number[];
  readonly warnings: readonly PromptWarning[];
}

export interface ContinuationScore {
  /** Natural-log probability of each continuation token given prefix and earlier tokens. */
  readonly perToken: readonly number[];
  /** True when every continuation token is the model's most likely one. */
  readonly isGreedy: boolean;
}

/** One choice's log-likelihoods; every normalisation can be computed from these. */
export interface ChoiceScore {
  readonly id: string;
  readonly logLikelihood: number;
  readonly tokens: number;
  readonly chars: number;
  readonly bytes: number;
  readonly isGreedy: boolean;
  /** Log-likelihood of the same words behind a prompt without the question, where it was asked for. */
  readonly unconditional?: number;
}

export interface GenerateOutcome {
  readonly text: string;
  readonly finish: FinishReason;
  readonly usage: Usage;
  readonly timings: Timings;
  readonly prompt: RenderedPrompt;
}

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

export * from './solver-settings.ts';

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
  readonly pool?: readonly Sample[];
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
  solve(sample: Sample, context: SolverContext): Promise<SolverOutput>;
}

// --------------------------------------------------------------------------------------- runs, records

export interface ModelIdentity {
  readonly id: string;
  readonly title: string;
  readonly dtype: string;
  readonly source: 'bundled' | 'folder' | 'hub' | 'scripted' | 'imported';
  readonly revision?: string;
  /** SHA-256 over the sorted list of `path sha256` lines: one name for exactly these weights and tokenizer. */
  readonly sha256: string;
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[];
}

export interface RuntimeIdentity {
  readonly id: string;
  readonly version: string;
  /** elsewhere: another tool ran the model; what it ran on is not in its file. */
  readonly device: 'wasm' | 'webgpu' | 'scripted' | 'elsewhere';
  /** Threads the wasm backend was given; 1 when the page is not cross-origin isolated. */
  readonly threads: number;
  readonly crossOriginIsolated: boolean;
  readonly adapter?: { readonly vendor: string; readonly architecture: string; readonly description: string };
  /** Set when another device was asked for first and could not be used. */
  readonly fallback?: { readonly from: string; readonly reason: string };
  readonly chatTemplateSha256: string | null;
  readonly contextTokens: number | null;
}

export interface DeviceIdentity {
  readonly userAgent: string;
  readonly cores: number | null;
  readonly memoryGiB: number | null;
  readonly platform: string;
}

export interface Selection {
  /** First n samples in pack order; null = all. */
  readonly limit: number | null;
  /** Shard `index` (1-based) of `count`: positions p with p mod count = index - 1, after the limit. */
  readonly shard: { readonly index: number; readonly count: number } | null;
  readonly repeats: number;
}

/** Where a run came from that was not made here: its model was not run by this application. */
export interface ImportedFrom {
  /** Id of the results importer. */
  readonly format: string;
  /** The tool that wrote the files, with its version where they say it. */
  readonly tool: string;
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
  /** Rows of the files that could not be read and take no part. */
  readonly problems: number;
}

/** Everything a number of this run depends on. First line of run.jsonl. */
export interface RunHeader {
  readonly kind: 'run';
  readonly schemaVersion: 1;
  readonly id: string;
  readonly createdAt: string;
  readonly app: { readonly name: 'bedside'; readonly version: string; readonly build: string };
  readonly pack: {
    readonly id: string;
    readonly version: string;
    readonly title: string;
    readonly sha256: string;
    readonly samples: number;
  };
  readonly model: ModelIdentity;
  readonly runtime: RuntimeIdentity;
  readonly device: DeviceIdentity;
  readonly prompt: { readonly id: string; readonly version: string; readonly sha256: string };
  /** `settings`: with every default; absent for a solver that has none, and in runs made before there were any. */
  readonly solver: { readonly id: string; readonly version: string; readonly settings?: SolverSettings };
  readonly generation: GenerationSettings;
  /** As the pack says; the seed of the order is that of the generation. */
  readonly documents?: DocumentPolicy;
  readonly selection: Selection;
  readonly scorers: readonly string[];
  /** Hash over pack, model, runtime, prompt, solver and generation: equal for shards of one run. */
  readonly settingsSha256: string;
  /** Set when another tool's results were read, or a file of this one's was read back. */
  readonly imported?: ImportedFrom;
  /** Absent in runs made before they could be chosen. */
  readonly speed?: SpeedSettings;
  /** Absent when the device had not been checked. */
  readonly fidelity?: FidelityMark;
}

export type RunStatus = 'running' | 'paused' | 'finished' | 'cancelled' | 'failed';

/** How the documents of a pack's samples are put to a model; set by the pack, so its seal covers it. */
export type DocumentPolicy = NonNullable<PackHeader['documents']>;

/** What of a sample's documents the model was shown. */
export interface DocumentsShown {
  /** Ids, in the order shown. */
  readonly shown: readonly string[];
  /** Ids of those that did not fit, in the order in which they were given up. */
  readonly leftOut: readonly string[];
  /** The counts with every document, where that was too long. */
  readonly whole?: TooLongCounts;
}

/** promptTokens + newTokens > contextTokens. */
export interface TooLongCounts {
  readonly promptTokens: number;
  /** What the answer may take. */
  readonly newTokens: number;
  readonly contextTokens: number;
}

/** One sample of one run: written once, before the next sample starts; re-scored any time without the model. */
export interface RunRecord {
  readonly kind: 'record';
  /** The sample's id. */
  readonly id: string;
  readonly repeat: number;
  /** Position of the sample in the pack. */
  readonly index: number;
  readonly createdAt: string;
  /** Null when the sample failed. */
  readonly output: string | null;
  readonly finish: FinishReason | null;
  /** Set when the sample could not be answered, e.g. the prompt did not fit the context. */
  readonly unscored?: UnscoredReason;
  readonly error?: PlainError;
  /** The counts of a prompt that was too long; set with unscored "prompt-too-long" when the runtime gave them. */
  readonly tooLong?: TooLongCounts;
  /** Of a pack that says how its documents are to be fitted. */
  readonly documents?: DocumentsShown;
  readonly messages: readonly Message[];
  readonly prompt: RenderedPrompt | null;
  readonly choiceScores?: readonly ChoiceScore[];
  /** How the choices were ranked; left out: by the sum. */
  readonly rankedBy?: Normalisation;
  /** Extractor that reads the answer out of the text; left out: each scorer's own reading. */
  readonly extractor?: string;
  /** What the model said of how sure it is, from 0 to 1; null when nothing could be read. Left out: not asked. */
  readonly confidence?: number | null;
  /** Every call, when the solver made more than one; absent in records made before there were such solvers. */
  readonly trace?: readonly SolverCall[];
  readonly usage: Usage | null;
  readonly timings: Timings | null;
  /**
   * What was asked of the network while this sample was answered; the first one's includes the loading of the model.
   * Absent in records made before there was a ledger.
   */
  readonly network?: NetworkUse;
  /** Absent in records made before it was kept. */
  readonly memory?: MemoryUse;
  /** Set on the first record after the model was loaded. */
  readonly load?: LoadUse;
}

// -------------------------------------------------------------------------------------------- importers

export type ImportRow =
  | { readonly kind: 'sample'; readonly sample: Sample; readonly line: number }
  | {
      readonly kind: 'problem';
      readonly line: number;
      readonly field: string | null;
      readonly problem: string;
    };

/** A file as bytes in pieces, so that a large one never stands in memory whole. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: number | null;
  stream(): AsyncIterable<Uint8Array>;
  /** A part by itself, where the file can be read at any place. */
  readonly slice?: (start: number, end: number) => Promise<ArrayBuffer>;
}

export interface SourceColumn {
  readonly name: string;
  readonly example: string;
}

export interface ImportOptions {
  /** Sample field -> column name, for tables of the user's own. */
  readonly map: Readonly<Record<string, string>>;
  /** What a number that names the right choice counts from. Left out: such a number is a problem, never a guess. */
  readonly answersFrom?: 0 | 1;
}

export interface Importer {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly extensions: readonly string[];
  /** Somebody's own table can have this form: where the format is guessed, it is tried after one's own tables. */
  readonly resemblesOwnTables?: true;
  /**
   * Where the format is guessed: whether a file that begins so is this set and nobody's own table, which may have the
   * same field names. Without it the importer is tried. `head` holds the first characters, without a byte order mark.
   */
  readonly recognises?: (head: string) => boolean;
  /** For tables of one's own: the columns of a file, in its order, with the first texts found in each. */
  readonly columns?: (file: SourceFile) => Promise<readonly SourceColumn[]>;
  /** What the pack header gets when this importer makes a pack. */
  readonly defaults: {
    readonly promptId: string;
    readonly solver: string;
    readonly scorers: readonly string[];
    readonly sliceFields: readonly string[];
    readonly licence: string;
    readonly citation: string;
    readonly language: string;
    /** For a user's own tables: what the samples hold decides prompt, solver and scorers. */
    readonly fitToSamples?: true;
    readonly documents?: DocumentPolicy;
  };
  read(files: readonly SourceFile[], options: ImportOptions): AsyncIterable<ImportRow>;
}
