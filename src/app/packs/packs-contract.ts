/** Packs as they are listed and imported, and the visit that is being typed. */
import type { ImportReading, ImportRequest } from '../../../workers/protocol.ts';
import type { StoredPack } from '../../storage/contract.ts';

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
