/**
 * What the pages can ask for and be told: the application's commands and queries, without JSX.
 * compose.ts builds one `Services`; the UI gets it through a React context and nothing else.
 */
import type {
  Estimate,
  Evidence,
  GenerationSettings,
  SolverSettings,
  SpeedSettings,
  MeasureSpec,
  ModelIdentity,
  RunRecord,
  Score,
  Solver,
  UnscoredReason,
} from '../core/contracts.ts';
import type { ComparisonReport } from '../core/compare/comparison-report.ts';
import type { RunRepeats } from '../core/compare/run-repeats.ts';
import type { TimedIntervals } from '../core/compare/run-intervals.ts';
import type { RunCosts } from '../core/compare/run-costs.ts';
import type { RunAgreement } from '../core/results-import/run-agreement.ts';
import type { MeasurementLevel } from '../core/stats/agreement/ratings-table.ts';
import type { RankingReport } from '../core/stats/ranking/ranking-report.ts';
import type { PlannedVerdict } from '../core/compare/sealed-plan.ts';
import type { PlainError } from '../core/errors.ts';
import type { ModelSource } from '../core/models/model-source.ts';
import type { Pack, PackHeader, Sample } from '../core/packs/pack.ts';
import type { ChoiceCalibration } from '../core/calibration/choice-calibration.ts';
import type { SliceInput } from '../core/run/slices.ts';
import type { StoredPack, StoredRun } from '../storage/contract.ts';
import type { CostOfRun } from '../core/cost/cost-of-run.ts';
import type { Review } from './review/review-contract.ts';
import type { Transfer } from './transfer/transfer-port.ts';
import type { Backups } from './data/backup.ts';
import type { Downloads } from './models/download-state.ts';
import type { HashProgress } from './models/hash-files.ts';
import type { HubRecord } from '../core/models/hub-catalog.ts';
import type { ModelHandle } from '../storage/model-files/remembered-handles.ts';
import type { Fidelity } from './fidelity/fidelity-port.ts';
import type { Network } from './network/network.ts';
import type { RescoreOptions } from './scoring/rescore-options.ts';
import type { Vocabularies } from './vocabularies/vocabularies-port.ts';
import type {
  DeviceProbe,
  GenerateProgress,
  LoadProgress,
  ImportReading,
  ImportRequest,
} from '../../workers/protocol.ts';
import type { VaultPort } from './vault/vault-view.ts';

export type { ModelHandle };

type OnHash = (progress: HashProgress) => void;

// ------------------------------------------------------------------------------------------------ models

export interface ModelVariant {
  readonly dtype: string;
  readonly bytes: number;
  /** Can score choices by log-likelihood (int8 cannot). */
  readonly logprobs: boolean;
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[];
}

export interface ModelEntry {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** First line shown wherever the model appears. */
  readonly notice: string;
  readonly source: ModelIdentity['source'];
  /** Where it is from exactly; absent for what comes with the page. */
  readonly origin?: ModelSource;
  readonly licence: string;
  readonly parameters: number | null;
  readonly contextTokens: number | null;
  readonly runtimeId: string;
  readonly variants: readonly ModelVariant[];
  /** dtype for writing text, and for scoring choices. */
  readonly defaults: { readonly generate: string; readonly logprobs: string | null };
  readonly cardUrl: string | null;
  /** Of a downloaded model: what it takes here, other formats and unfinished parts included. */
  readonly kept?: { readonly bytes: number; readonly lastUsedAt: string | null };
  /** A chosen folder or file that is offered again in later visits. */
  readonly remembered?: boolean;
  /** `ask`: the browser wants a person's permission before its files can be read again. */
  readonly access?: 'granted' | 'ask';
}

// --------------------------------------------------------------------------------------------- running

export interface RunRequest {
  readonly packId: string;
  readonly modelId: string;
  readonly dtype: string;
  readonly device: 'wasm' | 'webgpu' | 'scripted';
  readonly threads: number;
  readonly solverId: string;
  /** Left out: the solver's defaults. */
  readonly solverSettings?: SolverSettings;
  readonly promptId: string;
  readonly generation: GenerationSettings;
  readonly limit: number | null;
  readonly shard: { readonly index: number; readonly count: number } | null;
  readonly repeats: number;
  readonly scorers: readonly string[];
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

// ---------------------------------------------------------------------------------------------- results

export interface MetricRow {
  readonly key: string;
  readonly scorerId: string;
  readonly measure: MeasureSpec;
  readonly scorerTitle: string;
  readonly estimate: Estimate;
}

export interface SampleRow {
  readonly key: string;
  readonly sampleId: string;
  readonly repeat: number;
  readonly index: number;
  readonly state: 'done' | 'failed' | 'unscored';
  readonly reason: UnscoredReason | null;
  /** Metric key -> score. */
  readonly scores: Readonly<Record<string, Score>>;
}

export interface RunResults {
  readonly run: StoredRun;
  readonly metrics: readonly MetricRow[];
  readonly samples: readonly SampleRow[];
  /** The pack's provenance statement; null when the pack is no longer stored. */
  readonly provenance: Pack['provenance'] | null;
  /** What guessing among the choices would give, where every sample of the run has choices. */
  readonly chance?: number;
  /** What the groups of the pack are computed from; null where it has none. */
  readonly sliceInput: SliceInput | null;
}

/** The measures within one group of samples. */
export interface RunSlice {
  readonly field: string;
  readonly value: string;
  readonly metrics: readonly MetricRow[];
}

export interface SampleDetail {
  readonly record: RunRecord;
  readonly sample: Sample | null;
  readonly evidence: Readonly<Record<string, Evidence>>;
  readonly scores: Readonly<Record<string, Score>>;
}

// ------------------------------------------------------------------------------------------- comparison

export interface CompareRequest {
  /** The baseline first. */
  readonly runIds: readonly string[];
  readonly headlineOnly: boolean;
  /** The difference to plan for. */
  readonly effect: number;
}

export interface AgreementRequest {
  /** Of one pack; each is a rater. */
  readonly runIds: readonly string[];
  readonly metric: string;
  /** Null: guessed from the scores, and said. */
  readonly level: MeasurementLevel | null;
}

export interface ComparedSet {
  /** In the order asked for; names tell them apart. */
  readonly runs: readonly { readonly run: StoredRun; readonly name: string }[];
  readonly provenance: Pack['provenance'] | null;
  /** False when the pack is no longer stored, so that nobody knows which samples share a patient. */
  readonly packHere: boolean;
  /** Scorers left out because the runs were scored by different versions of them. */
  readonly otherVersions: readonly string[];
  readonly report: ComparisonReport;
}

// ------------------------------------------------------------------------------------------------- packs

export interface PackEntry extends StoredPack {
  readonly bundled: boolean;
}

export type ImportPreview = ImportReading;
export type { ImportRequest };

export interface ImportProgress {
  /** Of the files' bytes. */
  readonly part: number;
  readonly rows: number;
}

export interface ImportWatch {
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly signal?: AbortSignal;
}

/** A visit as it stands in the form, exactly as it was typed. */
export interface VisitDraft {
  readonly transcript: string;
  readonly reference: string;
  readonly title: string;
}

export interface VisitDrafts {
  /** Null when there is none. */
  get(): Promise<VisitDraft | null>;
  save(draft: VisitDraft): Promise<void>;
  discard(): Promise<void>;
}

// -------------------------------------------------------------------------------------------------- data

export interface DataUsage {
  readonly runs: number;
  readonly records: number;
  readonly packs: number;
  readonly bytesUsed: number | null;
  readonly bytesQuota: number | null;
  readonly persisted: boolean | null;
  /** Downloaded models, unfinished ones included; part of bytesUsed. */
  readonly models?: { readonly models: number; readonly bytes: number };
  /** Stored rows that can no longer be read (storage/corrupt); all others are listed as usual. */
  readonly unreadable?: readonly PlainError[];
}

export interface EraseReport {
  readonly erased: boolean;
  /** What the browser still lists for this origin after erasing; empty when everything is gone. */
  readonly remaining: readonly string[];
}

export interface CatalogItem {
  readonly id: string;
  readonly title: string;
  /** One sentence, empty when there is none. */
  readonly description: string;
}

/** A solver as it is offered: its words, settings and cost, without the asking. */
export type WayOfAsking = Pick<
  Solver,
  | 'id'
  | 'title'
  | 'description'
  | 'group'
  | 'needs'
  | 'needsChoices'
  | 'scorers'
  | 'settings'
  | 'calls'
  | 'heldOut'
>;

/** What the registries offer, as words for choosing; the code behind them stays in its own chunk. */
export interface Catalog {
  readonly solvers: readonly WayOfAsking[];
  readonly prompts: readonly (CatalogItem & { readonly template: string })[];
  /** `needs`: what has to be chosen beside the scorer. */
  readonly scorers: readonly (CatalogItem & {
    readonly needs?: 'vocabulary' | 'encodings';
    /** Extractors that its answers can be read with again. */
    readonly extractors: readonly string[];
  })[];
  readonly extractors: readonly CatalogItem[];
  readonly transforms: readonly CatalogItem[];
  readonly importers: readonly (CatalogItem & { readonly extensions: readonly string[] })[];
}

export interface Services {
  readonly appVersion: string;
  readonly queue: RunQueue;
  catalog(): Promise<Catalog>;
  readonly models: {
    list(): Promise<readonly ModelEntry[]>;
    /** Reads picked files, checks them and offers them for this session. */
    addFolder(files: readonly File[], onProgress?: OnHash, signal?: AbortSignal): Promise<ModelEntry>;
    /** The same for files behind a handle, which is remembered for later visits. */
    addHandle(handle: ModelHandle, onProgress?: OnHash, signal?: AbortSignal): Promise<ModelEntry>;
    /** Has the browser ask for permission: call it from the press of a button. */
    allow(id: string): Promise<void>;
    /** Hashes a remembered model again; the files that differ from first use. */
    check(id: string, onProgress?: OnHash, signal?: AbortSignal): Promise<readonly string[]>;
    /** Lets go of a picked folder, or erases a download, and of the copy in memory unless a run goes on. */
    forget(id: string): Promise<{ undo(): Promise<ModelEntry> }>;
    probe(): Promise<DeviceProbe>;
    downloads(): Promise<Downloads>;
    /** Models of the hub that clinicians may want to try. */
    hubCatalog(): Promise<readonly HubRecord[]>;
  };
  readonly packs: {
    /** Bundled packs (hand-written first) and imported ones. */
    list(): Promise<readonly PackEntry[]>;
    get(id: string): Promise<Pack>;
    /** Some samples of a pack, in its order: a large one is never read whole to be looked at. */
    samples(id: string, from: number, count: number): Promise<readonly Sample[]>;
    /** Reads without storing anything. */
    preview(request: ImportRequest, watch?: ImportWatch): Promise<ImportPreview>;
    /**
     * Reads the previewed files again and stores their good rows as a pack, all of it or nothing; one that is marked as
     * private here gets a seal that says so.
     */
    import(
      request: ImportRequest,
      preview: ImportPreview,
      options?: ImportWatch & { readonly asPrivate?: boolean },
    ): Promise<PackHeader>;
    /** The pack asked in another way; not stored until it is added. */
    twin(id: string, transformId: string, seed: number): Promise<Pack>;
    /** Stores a pack that is at hand. */
    add(pack: Pack, asPrivate?: boolean): Promise<void>;
    remove(id: string): Promise<{ undo(): Promise<void> }>;
  };
  readonly runs: {
    list(): Promise<readonly StoredRun[]>;
    /** Runs that did not finish and can be continued. */
    interrupted(): Promise<readonly StoredRun[]>;
    results(runId: string): Promise<RunResults>;
    /** Takes longer than the results themselves, so it is asked for when they are shown. */
    slices(results: RunResults): Promise<readonly RunSlice[]>;
    /** Of ranked choices; null when the stored scores hold no probabilities. Reads all evidence of the choice scorer. */
    calibration(runId: string): Promise<ChoiceCalibration | null>;
    /** Times, tokens and memory of a run, and what quality its seconds bought. Reads every record. */
    cost(results: RunResults): Promise<CostOfRun>;
    sample(runId: string, key: string): Promise<SampleDetail>;
    /** Scores a stored run again, without its model. */
    rescore(
      runId: string,
      scorerIds: readonly string[],
      onProgress: (done: number, total: number) => void,
      options?: RescoreOptions,
    ): Promise<void>;
    /** Keys of the records whose output, transcript or id holds all the words; null when there are no words. */
    search(runId: string, words: string, signal: AbortSignal): Promise<ReadonlySet<string> | null>;
    remove(runId: string): Promise<{ undo(): Promise<void> }>;
    /** How many of its samples failed. */
    countFailed(runId: string): Promise<number>;
    /** run.jsonl of a stored run. */
    exportJsonl(runId: string): Promise<Blob>;
    /** Adds a run.jsonl made here or by the command line. */
    importJsonl(file: File, signal?: AbortSignal): Promise<string>;
  };
  readonly comparison: {
    /** Throws input/seal-mismatch when the runs are not of one pack. */
    compare(
      request: CompareRequest,
      onProgress: (done: number, total: number) => void,
      signal: AbortSignal,
    ): Promise<ComparedSet>;
    /** Time and size of one run; reads every record. */
    costs(
      runId: string,
      onProgress: (done: number, total: number) => void,
      signal: AbortSignal,
    ): Promise<RunCosts>;
    /** One measure of one run by every interval there is. */
    intervals(runId: string, metric: string, signal: AbortSignal): Promise<TimedIntervals>;
    /** What several answers to each sample say, by each right/wrong measure; empty for one answer. */
    repeats(runId: string, signal: AbortSignal): Promise<readonly RunRepeats[]>;
    /** How far runs agree by one measure, each a rater of the samples. */
    agreement(request: AgreementRequest, signal: AbortSignal): Promise<RunAgreement>;
    /** Models over packs, from one run of each model on each pack. */
    ranking(runIds: readonly string[], signal: AbortSignal): Promise<RankingReport>;
    /** The verdict of a sealed non-inferiority plan for run b against run a. */
    verdict(plan: File, a: string, b: string, signal: AbortSignal): Promise<PlannedVerdict>;
  };
  /** Other tools' results in, exports out, changed scores; its code comes when it is first asked for. */
  transfer(): Promise<Transfer>;
  /** What people add to runs; its code comes when it is first asked for. */
  review(): Promise<Review>;
  readonly data: {
    usage(): Promise<DataUsage>;
    requestPersistence(): Promise<boolean>;
    /** Its code comes when it is asked for. */
    backups(): Promise<Backups>;
    eraseAll(): Promise<EraseReport>;
  };
  /** The visit that is typed on the Try page and not started yet; its code comes when it is asked for. */
  visitDrafts(): Promise<VisitDrafts>;
  /** Vocabularies of one's own for the concept score; the code comes when it is asked for. */
  vocabularies(): Promise<Vocabularies>;
  /** Devices held against reference vectors; its code comes when it is asked for. */
  fidelity(): Promise<Fidelity>;
  /** The ledger of requests and the policy in force; its code comes after the first paint. */
  network(): Promise<Network>;
  /** Whether what is stored is behind a passphrase, and locked. */
  readonly vault: VaultPort;
  /** Called when stored data changed, in this tab or another. */
  onDataChanged(listener: () => void): () => void;
}
