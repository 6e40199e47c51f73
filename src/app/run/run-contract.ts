/** What is asked of a run, and what the Live page is told of it. */
import type { GenerateProgress, LoadProgress } from '../../../workers/protocol.ts';
import type {
  DocumentPolicy,
  Estimate,
  GenerationSettings,
  MeasureSpec,
  SolverSettings,
  SpeedSettings,
} from '../../core/contracts.ts';
import type { PlainError } from '../../core/errors.ts';

export interface RunRequest {
  readonly packId: string;
  readonly modelId: string;
  readonly dtype: string;
  readonly device: 'wasm' | 'webgpu' | 'scripted' | 'server';
  readonly threads: number;
  readonly solverId: string;
  /** Left out: the solver's defaults. */
  readonly solverSettings?: SolverSettings;
  readonly promptId: string;
  /** How several documents of a sample are put to the model; left out: as the pack says. */
  readonly documents?: DocumentPolicy;
  readonly generation: GenerationSettings;
  readonly limit: number | null;
  readonly shard: { readonly index: number; readonly count: number } | null;
  readonly repeats: number;
  readonly scorers: readonly string[];
  /** Origin of the server to which, as a person agreed for this run, the text of the pack may be sent. */
  readonly sendTo?: string;
  /** Left out: everything that makes it faster is on. */
  readonly speed?: SpeedSettings;
}

/** How long a run will take here, from a probe of real samples on this device. */
export interface DurationEstimate {
  readonly seconds: number;
  /** Range from the spread of the probed samples. */
  readonly lowSeconds: number;
  readonly highSeconds: number;
  readonly probedSamples: number;
  readonly samples: number;
  readonly tokensPerSecond: number | null;
}

export type LivePhase = 'loading' | 'running' | 'cancelling' | 'paused' | 'finished' | 'cancelled' | 'failed';

/** Everything the Live page shows; a new object at each change. */
export interface LiveState {
  readonly runId: string | null;
  readonly request: RunRequest;
  readonly packTitle: string;
  readonly modelTitle: string;
  readonly phase: LivePhase;
  readonly load: LoadProgress | null;
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  readonly startedAt: number;
  readonly secondsLeft: number | null;
  readonly tokensPerSecond: number | null;
  readonly current: {
    readonly sampleId: string;
    readonly index: number;
    readonly progress: GenerateProgress | null;
  } | null;
  /** The sample committed last: it can be read, scored, while the run goes on. */
  readonly last: { readonly sampleId: string; readonly key: string } | null;
  /** Means so far, headline measures only. */
  readonly soFar: readonly {
    readonly key: string;
    readonly title: string;
    readonly measure: MeasureSpec;
    readonly estimate: Estimate;
  }[];
  readonly fallback: { readonly from: string; readonly reason: string } | null;
  readonly wakeLock: boolean;
  readonly error: PlainError | null;
}

/** Requests queued behind the running one (the demo runs two packs). */
export interface RunQueue {
  /** Current state, stable between changes (React's useSyncExternalStore). */
  getSnapshot(): {
    readonly live: LiveState | null;
    readonly waiting: readonly RunRequest[];
    readonly finishedRunIds: readonly string[];
  };
  subscribe(listener: () => void): () => void;
  /** Starts, or queues when one is running. Resolves when the queue has taken it. */
  start(requests: readonly RunRequest[]): Promise<void>;
  /** Continues an interrupted run; its finished samples are not computed again, failed ones only where that is asked for. */
  resume(runId: string, options?: { readonly retryFailed?: boolean }): Promise<void>;
  /** Stops the sample in flight within 300 ms; committed records stay and the run can be resumed. */
  cancel(): Promise<void>;
  estimate(request: RunRequest, signal: AbortSignal): Promise<DurationEstimate>;
}
