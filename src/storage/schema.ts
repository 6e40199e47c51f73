/**
 * The typed form of the IndexedDB database. A change here is a new numbered migration in migrations/ and a
 * fixture of the form it replaces; the stored data is the only copy of private results, so nothing is wiped.
 */
import type { DBSchema } from 'idb';
import type { StoredRow } from './row-codec.ts';
import type { MetaRow } from './rows.ts';

export const DATABASE_NAME = 'bedside';

/** What a row holds beside its key is the codec's affair (row-codec.ts), and unknown until it was checked. */
export interface BedsideSchema extends DBSchema {
  runs: { key: string; value: StoredRow };
  /** Key order is pack order, then repeat. */
  records: { key: [runId: string, index: number, repeat: number]; value: StoredRow };
  scores: { key: [runId: string, scorerId: string, scorerVersion: string]; value: StoredRow };
  evidence: {
    key: [runId: string, scorerId: string, scorerVersion: string, recordKey: string];
    value: StoredRow;
  };
  packs: { key: string; value: StoredRow };
  /**
   * One row a sample, so that one sample of a large pack is read without the others. In the vault it says only where
   * the sample stands; what it holds is in `blocks`.
   */
  samples: {
    key: [packId: string, index: number];
    value: StoredRow;
    indexes: { 'by-sample-id': [packId: string, sampleId: string] };
  };
  /** Samples sealed many at a time, under the place of the first: opening each by itself costs more than its content. */
  blocks: { key: [packId: string, first: number]; value: StoredRow };
  annotations: {
    key: [runId: string, recordKey: string, kind: string, id: string];
    value: StoredRow;
  };
  /** What a person keeps here beside packs and runs: vocabularies. */
  keepsakes: { key: string; value: StoredRow };
  meta: { key: string; value: MetaRow };
}

export const STORE_NAMES = [
  'runs',
  'records',
  'scores',
  'evidence',
  'packs',
  'samples',
  'blocks',
  'annotations',
  'keepsakes',
  'meta',
] as const;
export type StoreName = (typeof STORE_NAMES)[number];
