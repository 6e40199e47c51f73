/** What the pages are told of a person's own vocabularies. */
import type { VocabularyReading } from '../../core/lexicon/vocabulary-csv.ts';

export interface VocabularyItem {
  /** The SHA-256 of its entries: the same list is stored once. */
  readonly id: string;
  readonly name: string;
  readonly terms: number;
  readonly concepts: number;
  readonly addedAt: string;
}

export interface Vocabularies {
  /** In the order they were added. */
  list(): Promise<readonly VocabularyItem[]>;
  /** Reads a CSV with the columns term, concept id and group, and stores it; equal terms take the new file's name. */
  add(file: File): Promise<Omit<VocabularyReading, 'vocabulary'> & { readonly item: VocabularyItem }>;
  remove(id: string): Promise<{ undo(): Promise<void> }>;
}
