/** Runs and records: what a number depends on, and what came of each sample. */
import type { FidelityMark, LoadUse, MemoryUse, SpeedSettings } from './device-use.ts';
import type { PlainError } from './errors.ts';
import type {
  ChoiceScore,
  FinishReason,
  GenerationSettings,
  RenderedPrompt,
  Timings,
  Usage,
} from './generation.ts';
import type { NetworkUse } from './network/network-use.ts';
import type { Message, PackHeader } from './packs/pack.ts';
import type { UnscoredReason } from './score.ts';
import type { SolverCall } from './solver-contracts.ts';
import type { Normalisation, SolverSettings } from './solver-settings.ts';

export interface ModelIdentity {
  readonly id: string;
  readonly title: string;
  readonly dtype: string;
  readonly source: 'bundled' | 'folder' | 'hub' | 'scripted' | 'imported' | 'server';
  readonly revision?: string;
  /**
   * SHA-256 over the sorted list of `path sha256` lines: one name for exactly these weights and tokenizer. Of a model on
   * a server over its origin and name, all that is known of it: other weights may stand behind the same name tomorrow.
   */
  readonly sha256: string;
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[];
}

export interface RuntimeIdentity {
  readonly id: string;
  readonly version: string;
  /**
   * server: an OpenAI-compatible server answered, not this device. elsewhere: another tool ran the model; what it ran on
   * is not in its file.
   */
  readonly device: 'wasm' | 'webgpu' | 'scripted' | 'server' | 'elsewhere';
  /** Threads the wasm backend was given; 1 when the page is not cross-origin isolated. */
  readonly threads: number;
  readonly crossOriginIsolated: boolean;
  readonly adapter?: { readonly vendor: string; readonly architecture: string; readonly description: string };
  /** Set when another device was asked for first and could not be used. */
  readonly fallback?: { readonly from: string; readonly reason: string };
  readonly chatTemplateSha256: string | null;
  readonly contextTokens: number | null;
  /** Set when a server answered: where the prompts were sent, and what the model is called there. */
  readonly server?: ServerIdentity;
}

export interface ServerIdentity {
  readonly origin: string;
  readonly model: string;
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

/** The text encoder that decided which examples stand before a question. */
export interface ExampleEncoder {
  /** The model's id; absent in runs from before it was kept. */
  readonly id?: string;
  readonly name: string;
  readonly dtype: string;
  /** SHA-256 over the sorted list of `path sha256` lines of its files. */
  readonly sha256: string;
}

export interface SentTo {
  readonly origin: string;
  /** When a person agreed that the text of this pack may go there; null for packs that come with the page. */
  readonly agreedAt: string | null;
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
  readonly solver: {
    readonly id: string;
    readonly version: string;
    readonly settings?: SolverSettings;
    /** What chose the examples by meaning, where it did. */
    readonly encoder?: ExampleEncoder;
  };
  readonly generation: GenerationSettings;
  /** The seed of the order is that of the generation. */
  readonly documents?: DocumentPolicy;
  /** The run says so, and its pack says otherwise or nothing. */
  readonly documentsFrom?: 'run';
  readonly selection: Selection;
  readonly scorers: readonly string[];
  /** Hash over pack, model, runtime, prompt, solver and generation: equal for shards of one run. */
  readonly settingsSha256: string;
  /** Set when another tool's results were read, or a file of this one's was read back. */
  readonly imported?: ImportedFrom;
  /** Set when the answers were made by a server and the pack's text left this device. */
  readonly sentTo?: SentTo;
  /** Absent in runs made before they could be chosen. */
  readonly speed?: SpeedSettings;
  /** Absent when the device had not been checked. */
  readonly fidelity?: FidelityMark;
}

export type RunStatus = 'running' | 'paused' | 'finished' | 'cancelled' | 'failed';

/** How the documents of a pack's samples are put to a model: by the pack, whose seal covers it, or by the run. */
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
