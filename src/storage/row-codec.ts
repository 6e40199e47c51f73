/**
 * Between the rows that the stores check and what IndexedDB keeps of them. The plain codec keeps rows as they are; the
 * sealed one (vault/sealed-codec.ts) keeps the keys and sealed bytes. IndexedDB ends a transaction that waits for
 * anything but itself, so rows are encoded before a transaction begins and decoded after it has ended.
 */
import type {
  AnnotationRow,
  BlockRow,
  EvidenceRow,
  KeepsakeRow,
  PackRow,
  RecordRow,
  RunRow,
  SampleRow,
  ScoreRow,
} from './rows.ts';

/** A row as IndexedDB gives it. */
export type StoredRow = object & { readonly [field: string]: unknown };

/** Every store but `meta`, which holds nothing private. */
export interface CodedRows {
  readonly runs: RunRow;
  readonly records: RecordRow;
  readonly scores: ScoreRow;
  readonly evidence: EvidenceRow;
  readonly packs: PackRow;
  readonly samples: SampleRow;
  readonly blocks: BlockRow;
  readonly keepsakes: KeepsakeRow;
  readonly annotations: AnnotationRow;
}
export type CodedStore = keyof CodedRows;

/** Ids that are words of people: a pack, a sample or a run may be called after a patient. */
export type IdKind = 'run' | 'pack' | 'sample' | 'annotation-kind' | 'annotation' | 'keepsake';

export interface RowCodec {
  /** How an id stands in keys and indexes. The last part is the id, those before it say whose. */
  id(kind: IdKind, ...parts: readonly string[]): Promise<string>;
  /** Whether samples are kept many at a time, beside a row for each that only says where it stands. */
  readonly inBlocks: boolean;
  /** A row that says where a sample stands, and nothing of it. */
  placeOf(row: SampleRow): Promise<StoredRow>;
  encode<Store extends CodedStore>(store: Store, row: CodedRows[Store]): Promise<StoredRow>;
  /** The row as it was encoded, still to be checked. Throws storage/corrupt for what this codec did not write. */
  decode(store: CodedStore, stored: StoredRow): Promise<unknown>;
  /** Whether nobody wrote between two readings of one row. */
  isSame(a: StoredRow, b: StoredRow): boolean;
}

export const plainCodec: RowCodec = {
  id: async (_kind, ...parts) => parts.at(-1) ?? '',
  inBlocks: false,
  placeOf: async (row) => ({ ...row }),
  encode: async (_store, row) => ({ ...row }),
  decode: async (_store, stored) => stored,
  isSame: (a, b) => JSON.stringify(a) === JSON.stringify(b),
};
