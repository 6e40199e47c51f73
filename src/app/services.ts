/**
 * What the pages can ask for and be told: the application's commands and queries, without JSX.
 * compose.ts builds one `Services`; the UI gets it through a React context and nothing else.
 */
import type { HashProgress } from './models/hash-files.ts';
import type { DeviceProbe, ImportRequest } from '../../workers/protocol.ts';
import type { ChoiceCalibration } from '../core/calibration/choice-calibration.ts';
import type { RunCosts } from '../core/compare/run-costs.ts';
import type { TimedIntervals } from '../core/compare/run-intervals.ts';
import type { RunRepeats } from '../core/compare/run-repeats.ts';
import type { PlannedVerdict } from '../core/compare/sealed-plan.ts';
import type { CostOfRun } from '../core/cost/cost-of-run.ts';
import type { HubRecord } from '../core/models/hub-catalog.ts';
import type { PackShape } from '../core/packs/pack-shape.ts';
import type { ReadShape } from '../core/models/model-shape.ts';
import type { Pack, PackHeader, Sample } from '../core/packs/pack.ts';
import type { RunAgreement } from '../core/results-import/run-agreement.ts';
import type { RankingReport } from '../core/stats/ranking/ranking-report.ts';
import type { StoredRun } from '../storage/contract.ts';
import type { ModelHandle } from '../storage/model-files/remembered-handles.ts';
import type { Catalog } from './catalog-contract.ts';
import type { AgreementRequest, CompareRequest, ComparedSet } from './comparison/comparison-contract.ts';
import type { Backups } from './data/backup.ts';
import type { DataUsage, EraseReport } from './data/data-contract.ts';
import type { Fidelity } from './fidelity/fidelity-port.ts';
import type { Downloads } from './models/download-state.ts';
import type { ModelEntry } from './models/model-entry.ts';
import type { ServerModels } from './models/server-models.ts';
import type { Network } from './network/network.ts';
import type { KeepWatch } from './packs/kept-pack.ts';
import type { ImportPreview, ImportWatch, PackEntry, VisitDrafts } from './packs/packs-contract.ts';
import type { Review } from './review/review-contract.ts';
import type { RunQueue } from './run/run-contract.ts';
import type { RunResults, RunSlice, SampleDetail } from './runs/results-contract.ts';
import type { RunDerived } from './runs/run-derived.ts';
import type { RescoreOptions } from './scoring/rescore-options.ts';
import type { Transfer } from './transfer/transfer-port.ts';
import type { VaultPort } from './vault/vault-view.ts';
import type { Vocabularies } from './vocabularies/vocabularies-port.ts';

export type { ModelHandle };
export type * from './catalog-contract.ts';
export type * from './comparison/comparison-contract.ts';
export type * from './data/data-contract.ts';
export type * from './models/model-entry.ts';
export type * from './packs/packs-contract.ts';
export type * from './run/run-contract.ts';
export type * from './runs/results-contract.ts';

type OnHash = (progress: HashProgress) => void;

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
    /** What the memory of a model that is here is computed from. */
    shape(id: string): Promise<ReadShape>;
    downloads(): Promise<Downloads>;
    /** Servers that this build may ask, and the models chosen on them. */
    servers(): Promise<ServerModels>;
    /** Models of the hub that clinicians may want to try. */
    hubCatalog(): Promise<readonly HubRecord[]>;
  };
  readonly packs: {
    /** Bundled packs (hand-written first) and imported ones. */
    list(): Promise<readonly PackEntry[]>;
    get(id: string): Promise<Pack>;
    /** Some samples of a pack, in its order: a large one is never read whole to be looked at. */
    samples(id: string, from: number, count: number): Promise<readonly Sample[]>;
    /** What ways of asking depend on in it; a large one is looked through in parts. */
    shape(id: string, signal: AbortSignal): Promise<PackShape>;
    /** The whole pack in lines, as it is imported again. */
    file(id: string): Promise<Blob>;
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
    /** A copy for undo is made first; stopped by the signal, the pack stays as it is. */
    remove(id: string, watch?: KeepWatch): Promise<{ undo(): Promise<void> }>;
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
    /** Macro-F1 label by label where every question offers the same answers, and F1 pooled over items. Reads all evidence of such scorers. */
    derived(runId: string): Promise<RunDerived>;
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
