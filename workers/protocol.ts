/**
 * Types that cross between the page and its workers, and nothing else. Everything here is structured-clone
 * plain data, except callbacks, which the caller wraps in Comlink.proxy and releases.
 */
import type {
  ContinuationScore,
  FinishReason,
  GenerationSettings,
  LoadUse,
  RenderedPrompt,
  RuntimeIdentity,
  SourceColumn,
  Timings,
  Usage,
} from '../src/core/contracts.ts';
import type { ColumnMap } from '../src/core/importers/column-maps.ts';
import type { Message, PackHeader, Sample } from '../src/core/packs/pack.ts';

export type EngineDevice = 'wasm' | 'webgpu' | 'scripted' | 'server';

/** Where the files of a model come from. */
export type ModelLocation =
  /** A folder under the page's own origin; `baseUrl` ends with "/" and holds config.json. */
  | { readonly kind: 'url'; readonly baseUrl: string }
  /** Files a person picked; `path` is relative to the model folder. */
  | { readonly kind: 'files'; readonly files: readonly { readonly path: string; readonly file: File }[] }
  /** Not on this device: an OpenAI-compatible server of this build, and what the model is called there. */
  | { readonly kind: 'server'; readonly origin: string; readonly model: string; readonly key?: string };

export interface LoadRequest {
  readonly runtimeId: string;
  readonly modelId: string;
  readonly location: ModelLocation;
  readonly dtype: string;
  readonly device: EngineDevice;
  /** Wanted wasm threads; the worker uses 1 when the page is not cross-origin isolated. */
  readonly threads: number;
  /** False turns off what prompts share between calls (see SpeedSettings); left out: on where it is exact. */
  readonly prefixReuse?: boolean;
  /** Expected SHA-256 by path; a file that differs is refused (model/file-altered). */
  readonly expected?: Readonly<Record<string, { readonly sha256: string; readonly bytes: number }>>;
}

export interface LoadProgress {
  /** `encoding`: a text encoder reads the questions before the model is loaded; its figures count questions. */
  readonly phase: 'checking' | 'downloading' | 'verifying' | 'starting' | 'warming-up' | 'encoding';
  readonly loadedBytes: number;
  readonly totalBytes: number | null;
  readonly file: string | null;
}

/**
 * exact: of any continuation; top-k: of the likeliest tokens that it writes only, so choices cannot be ranked; none: this
 * dtype or runtime cannot give them (int8, see docs).
 */
export type LogprobsAbility = 'exact' | 'top-k' | 'none';

export interface LoadedModel {
  readonly runtime: RuntimeIdentity;
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[];
  readonly capabilities: {
    readonly generate: boolean;
    readonly logprobs: LogprobsAbility;
    readonly embeddings: boolean;
    readonly images: boolean;
  };
  readonly loadMs: number;
  /** Of that, reading and hashing the files; and where most of their bytes came from. Absent where it is not known. */
  readonly readMs?: number;
  readonly from?: LoadUse['from'];
}

export interface DeviceProbe {
  readonly wasm: {
    readonly available: true;
    readonly threads: number;
    readonly crossOriginIsolated: boolean;
  };
  readonly webgpu:
    | {
        readonly available: true;
        readonly vendor: string;
        readonly architecture: string;
        readonly description: string;
        readonly shaderF16: boolean;
        readonly isFallbackAdapter: boolean;
        readonly maxBufferBytes: number;
        readonly limits?: {
          readonly storageBindingBytes: number;
          readonly workgroupStorageBytes: number;
          readonly storageBuffersPerStage: number;
          readonly workgroupInvocations: number;
        };
      }
    /** In words a person can read, shown as it is. */
    | { readonly available: false; readonly reason: string };
}

export interface GenerateRequest {
  readonly messages: readonly Message[];
  readonly settings: GenerationSettings;
}

/** Streamed while generating. `text` is the whole output so far. */
export interface GenerateProgress {
  readonly text: string;
  readonly tokens: number;
  readonly elapsedMs: number;
}

export interface GenerateResult {
  readonly text: string;
  readonly finish: FinishReason;
  readonly usage: Usage;
  readonly timings: Timings;
  readonly prompt: RenderedPrompt;
}

export interface LogprobsRequest {
  readonly messages: readonly Message[];
  readonly continuations: readonly string[];
}

export interface LogprobsResult {
  readonly prompt: RenderedPrompt;
  readonly scores: readonly ContinuationScore[];
  readonly timings: Timings;
}

/** What the check of fidelity asks; see src/core/fidelity. */
export type InspectRequest =
  /** Token ids of a prompt, and of each continuation after it; null for one that merges with the prompt's end. */
  | {
      readonly kind: 'tokens';
      readonly messages: readonly Message[];
      readonly continuations: readonly string[];
    }
  /** At each token of the continuation: the most likely tokens, and the log-probabilities of those `wanted` there. */
  | {
      readonly kind: 'forced';
      readonly promptIds: readonly number[];
      readonly continuationIds: readonly number[];
      readonly wanted: readonly (readonly number[])[];
      readonly top: number;
    }
  /** What is written greedily, the end token included. */
  | { readonly kind: 'greedy'; readonly promptIds: readonly number[]; readonly maxTokens: number }
  | { readonly kind: 'text'; readonly texts: readonly (readonly number[])[] };

export type InspectResult =
  | {
      readonly kind: 'tokens';
      readonly promptIds: readonly number[];
      readonly continuations: readonly (readonly number[] | null)[];
    }
  | {
      readonly kind: 'forced';
      readonly positions: readonly {
        readonly top: readonly (readonly [id: number, logProbability: number])[];
        readonly wanted: readonly number[];
      }[];
    }
  | { readonly kind: 'greedy'; readonly ids: readonly number[] }
  | { readonly kind: 'text'; readonly texts: readonly string[] };

/** What engine.worker.ts exposes through Comlink. One worker holds at most one loaded model. */
export interface EngineApi {
  probe(): Promise<DeviceProbe>;
  load(request: LoadRequest, onProgress: (progress: LoadProgress) => void): Promise<LoadedModel>;
  render(messages: readonly Message[]): Promise<RenderedPrompt>;
  generate(
    request: GenerateRequest,
    onProgress: (progress: GenerateProgress) => void,
  ): Promise<GenerateResult>;
  /** `onAlive` is called now and then while a long prompt is read; it carries nothing. */
  logprobs(request: LogprobsRequest, onAlive: () => void): Promise<LogprobsResult>;
  inspect(request: InspectRequest): Promise<InspectResult>;
  /** Tokenises the next prompt when there is a moment; may be asked while the model is busy, and may do nothing. */
  prepare(messages: readonly Message[]): Promise<void>;
  /** Linear memory of this worker's WebAssembly; null when there is none. */
  wasmBytes(): Promise<number | null>;
  /** Stops the generation in flight; it then ends with finish "cancelled". Must work while WASM computes. */
  cancel(): Promise<void>;
  dispose(): Promise<void>;
}

/** What a runtime file in workers/runtimes/ implements; the worker adds nothing but transport. */
export interface Runtime {
  readonly id: string;
  load(
    request: LoadRequest,
    onProgress: (progress: LoadProgress) => void,
    signal: AbortSignal,
  ): Promise<LoadedModel>;
  render(messages: readonly Message[]): Promise<RenderedPrompt>;
  generate(
    request: GenerateRequest,
    onProgress: (progress: GenerateProgress) => void,
    signal: AbortSignal,
  ): Promise<GenerateResult>;
  logprobs(request: LogprobsRequest, signal: AbortSignal, onAlive: () => void): Promise<LogprobsResult>;
  /** Absent where a runtime does not let its probabilities be seen. */
  inspect?(request: InspectRequest, signal: AbortSignal): Promise<InspectResult>;
  prepare?(messages: readonly Message[]): void;
  dispose(): Promise<void>;
}

export interface ImportRequest {
  readonly files: readonly File[];
  /** Null: the format is found out from name and content. */
  readonly importerId: string | null;
  /** Sample field -> column, for tables of one's own; empty: the obvious columns, or what was said of the same ones before. */
  readonly map: Readonly<Record<string, string>>;
  readonly answersFrom?: 0 | 1;
  /** The path of each file in the folder it was picked with: a file on its way to a worker keeps only its name. */
  readonly paths?: readonly string[];
  readonly remembered?: readonly ColumnMap[];
}

/** What came of reading files to import; nothing is stored yet. */
export interface ImportReading {
  readonly fileName: string;
  readonly importerId: string;
  readonly good: number;
  readonly problems: readonly {
    readonly line: number;
    readonly field: string | null;
    readonly problem: string;
  }[];
  readonly totalProblems: number;
  /** Of the pack that the good rows make; null when there is none. Sealed only when the file is a pack already. */
  readonly header: PackHeader | null;
  /** Names the content, so that what is stored is what was shown. */
  readonly contentSha256: string;
  /** The first samples, and how each would be put to the model. */
  readonly head: readonly Sample[];
  readonly prompts: readonly { readonly id: string; readonly messages: readonly Message[] }[];
  /** As it was used; empty where every row went by its own field names. */
  readonly map: Readonly<Record<string, string>>;
  readonly answersFrom?: 0 | 1;
  /** Of a table of one's own; null for the forms of public sets. */
  readonly columns: {
    readonly found: readonly SourceColumn[];
    /** Sample field -> column. */
    readonly fields: Readonly<Record<string, string>>;
    readonly from: 'guessed' | 'remembered' | 'chosen';
  } | null;
}
