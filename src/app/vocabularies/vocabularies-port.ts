/** What the pages are told of a person's own vocabularies. */
import type { VocabularyReading } from '../../core/lexicon/vocabulary-csv.ts';
import type { VocabularyItem } from '../../storage/kept-vocabularies.ts';

export type { VocabularyItem };

export interface Vocabularies {
  /** In the order they were added. */
  list(): Promise<readonly VocabularyItem[]>;
  /** Reads a CSV with the columns term, concept id and group, and stores it; equal terms take the new file's name. */
  add(file: File): Promise<Omit<VocabularyReading, 'vocabulary'> & { readonly item: VocabularyItem }>;
  remove(id: string): Promise<{ undo(): Promise<void> }>;
}
