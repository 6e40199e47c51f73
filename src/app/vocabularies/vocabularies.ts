/** A person's own vocabularies, kept in this browser beside the packs. Term lists, never patient text. */
import type { VocabularyReading } from '../../core/lexicon/vocabulary-csv.ts';
import type { ResultStore } from '../../storage/contract.ts';
import {
  listVocabularies,
  putVocabulary,
  removeVocabulary,
  storedVocabulary,
} from '../../storage/kept-vocabularies.ts';
import { vocabularyRead } from '../packs/import-answers.ts';
import { withImportWorker } from '../packs/import-client.ts';
import type { Vocabularies } from './vocabularies-port.ts';

export interface VocabulariesDeps {
  readonly store: Pick<ResultStore, 'getKeepsake' | 'putKeepsake' | 'deleteKeepsake'>;
  readonly now: () => Date;
  readonly changed: () => void;
  readonly read?: (file: File) => Promise<VocabularyReading>;
}

export function createVocabularies({
  store,
  now,
  changed,
  read = readInWorker,
}: VocabulariesDeps): Vocabularies {
  return {
    list: () => listVocabularies(store),
    add: async (file) => {
      const { vocabulary, ...reading } = await read(file);
      const item = {
        id: vocabulary.sha256,
        name: vocabulary.name,
        terms: vocabulary.entries.length,
        concepts: reading.concepts,
        addedAt: now().toISOString(),
      };
      await putVocabulary(store, item, vocabulary);
      changed();
      return { ...reading, item };
    },
    remove: async (id) => {
      const item = (await listVocabularies(store)).find((each) => each.id === id);
      const vocabulary = await storedVocabulary(store, id);
      await removeVocabulary(store, id);
      changed();
      return {
        undo: async () => {
          if (item === undefined) return;
          await putVocabulary(store, item, vocabulary);
          changed();
        },
      };
    },
  };
}

function readInWorker(file: File): Promise<VocabularyReading> {
  return withImportWorker(async (api) => vocabularyRead(await api.vocabulary(file)));
}
