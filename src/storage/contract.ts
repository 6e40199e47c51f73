/**
 * What a store of private results keeps, whatever holds it (browser, memory, Node). Every implementation
 * passes the same contract suite (contract-suite.ts).
 */
import type {
  Estimate,
  Evidence,
  MeasureSpec,
  RunHeader,
  RunRecord,
  RunStatus,
  ScoreCard,
  UnscoredReason,
} from '../core/contracts.ts';
import type { AppError, PlainError } from '../core/errors.ts';
import type { NetworkUse } from '../core/network/network-use.ts';
import type { Pack, PackHeader, Sample } from '../core/packs/pack.ts';
import type { ScoringSettings } from '../core/scorers/scorer-resources.ts';

export interface StoredRun {
  readonly header: RunHeader;
  readonly status: RunStatus;
  readonly updatedAt: string;
  /** Records committed so far, and how many the selection asks for. */
  readonly done: number;
  readonly total: number;
  /** Why it ended, when status is "failed" or "paused". */
  readonly error?: PlainError;
  /** Sum over its records; absent when one of them does not state it. */
  readonly network?: NetworkUse;
  /** Recorded on another machine and shipped with the page. */
  readonly recorded?: boolean;
}

export interface StoredPack {
  readonly header: PackHeader;
  readonly sha256: string;
  readonly samples: number;
  readonly bytes: number;
  readonly importedAt: string;
}

/**
 * The scores of one run by one scorer at one version, by column, so that a table of thousands of samples opens
 * without touching a record. `columns[measure][i]` belongs to `keys[i]`; a number is a score, a string is the
 * reason it is unscored.
 */
export interface ScoreTable {
  readonly runId: string;
  readonly scorerId: string;
  readonly scorerVersion: string;
  readonly createdAt: string;
  readonly keys: readonly string[];
  readonly columns: Readonly<Record<string, readonly (number | UnscoredReason)[]>>;
  /** Metric key `<scorer>.<measure>` -> estimate over this table. */
  readonly estimates: Readonly<Record<string, Estimate>>;
  /** What else the numbers depend on, for a scorer bound to a vocabulary or an encoder. */
  readonly settings?: ScoringSettings;
  /** Measures of scores that another tool gave: no scorer here declares them. */
  readonly measures?: readonly MeasureSpec[];
}

/**
 * What a person added to one record of a run: an edited note, a corrected score, a mark. It never changes the
 * record. `kind` says which schema the body has; the store keeps it as it is.
 */
export interface Annotation {
  readonly runId: string;
  readonly recordKey: string;
  readonly kind: string;
  readonly id: string;
  readonly createdAt: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** `<index>#<repeat>`, the key of a record within its run; sorts in pack order when compared as numbers. */
export type RecordKey = string;

/** What is put in together with a whole run. */
export interface BesideRecords {
  readonly scores?: readonly (readonly [ScoreTable, ReadonlyMap<RecordKey, Evidence>])[];
  readonly annotations?: readonly Annotation[];
  /** A run with the same id gives way; without this it is refused. */
  readonly replace?: boolean;
}

export interface StoreUsage {
  readonly runs: number;
  readonly records: number;
  readonly packs: number;
  readonly scores: number;
}

/**
 * Told of a stored row that cannot be read, so that the others still can. Without it, reading such a row
 * throws storage/corrupt.
 */
export type OnCorrupt = (error: AppError) => void;

/**
 * A pack that arrives in parts. Nothing of it is seen before it is finished; a part that was written and never finished
 * is removed by discard(), or by discardUnfinishedPacks() when the page was closed before that.
 */
export interface PackWriter {
  /** In pack order. Refused after discard() and after an erasure. */
  add(samples: readonly Sample[]): Promise<void>;
  /** All of it is there from here on, in the place of an earlier pack with the same id. */
  finish(pack: StoredPack): Promise<void>;
  discard(): Promise<void>;
}

export interface ResultStore {
  /** Adds a run with status "running"; refuses an id that exists. */
  createRun(header: RunHeader, total: number): Promise<void>;
  getRun(id: string): Promise<StoredRun | null>;
  /** Newest first. */
  listRuns(onCorrupt?: OnCorrupt): Promise<readonly StoredRun[]>;
  setRunStatus(id: string, status: RunStatus, updatedAt: string, error?: PlainError): Promise<void>;
  /**
   * Commits one record with strict durability: when this resolves, a killed process does not lose it.
   * Committing a key twice is refused (a record is written once).
   */
  commitRecord(runId: string, record: RunRecord): Promise<void>;
  committedKeys(runId: string): Promise<ReadonlySet<RecordKey>>;
  getRecord(runId: string, key: RecordKey): Promise<RunRecord | null>;
  /** In pack order, then repeat. */
  records(runId: string, onCorrupt?: OnCorrupt): AsyncIterable<RunRecord>;
  putScores(table: ScoreTable, evidence: ReadonlyMap<RecordKey, ScoreCard['evidence']>): Promise<void>;
  /** The newest version of each scorer. */
  listScores(runId: string): Promise<readonly ScoreTable[]>;
  /** Every version that was kept, the newest of each scorer first. */
  listScoreVersions(runId: string): Promise<readonly ScoreTable[]>;
  /** All evidence of one scorer, in the version that is named, else in the one that getEvidence gives. */
  listEvidence(
    runId: string,
    scorerId: string,
    scorerVersion?: string,
  ): Promise<ReadonlyMap<RecordKey, Evidence>>;
  getEvidence(runId: string, scorerId: string, key: RecordKey): Promise<Evidence | null>;
  /** Adds a whole finished run at once (import, restore, undo of a deletion, recorded results): all of it or nothing. */
  putWholeRun(run: StoredRun, records: readonly RunRecord[], beside?: BesideRecords): Promise<void>;
  /**
   * Takes failed samples of a run back, so that they can be answered again: each mark says which record goes and stays
   * as an annotation of why. All of them or none.
   */
  withdrawRecords(runId: string, marks: readonly Annotation[]): Promise<void>;
  deleteRun(id: string): Promise<void>;

  putPack(pack: Pack, sha256: string, importedAt: string): Promise<void>;
  /** `token` tells this writing from every other one. */
  writePack(packId: string, token: string): Promise<PackWriter>;
  /** Removes what writers left that nobody finished; returns how many there were. Not while one is writing. */
  discardUnfinishedPacks(): Promise<number>;
  /** Samples `from` to `from + count` in pack order; fewer at its end, none of a pack that is not here. */
  getSamples(packId: string, from: number, count: number): Promise<readonly Sample[]>;
  listPacks(onCorrupt?: OnCorrupt): Promise<readonly StoredPack[]>;
  getPack(id: string): Promise<Pack | null>;
  getSample(packId: string, sampleId: string): Promise<Sample | null>;
  deletePack(id: string): Promise<void>;

  /** Writes, or replaces the one of the same run, record, kind and id. Refused where the run does not exist. */
  putAnnotation(annotation: Annotation): Promise<void>;
  /** Of one run, by record, kind and id. Deleted with the run. */
  listAnnotations(runId: string): Promise<readonly Annotation[]>;
  deleteAnnotation(annotation: Omit<Annotation, 'createdAt' | 'body'>): Promise<void>;

  /** What a person keeps here beside packs and runs, sealed as they are; the reader checks the form. */
  getKeepsake(id: string): Promise<unknown>;
  putKeepsake(id: string, value: unknown): Promise<void>;
  deleteKeepsake(id: string): Promise<void>;

  /** Small settings that belong to the store itself (never patient text); the reader checks the form. */
  getMeta(id: string): Promise<unknown>;
  putMeta(id: string, value: unknown): Promise<void>;
  deleteMeta(id: string): Promise<void>;

  usage(): Promise<StoreUsage>;
  /** Removes everything. The caller verifies with usage() and by listing what the browser still holds. */
  eraseAll(): Promise<void>;
  close(): Promise<void>;
}
