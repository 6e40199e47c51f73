/** A person's own vocabularies, kept in this browser beside the packs. Term lists, never patient text. */
import * as v from 'valibot';
import { AppError } from '../../core/errors.ts';
import type { VocabularyReading } from '../../core/lexicon/vocabulary-csv.ts';
import type { Vocabulary } from '../../core/scorers/scorer-resources.ts';
import type { ResultStore } from '../../storage/contract.ts';
import { vocabularyRead } from '../packs/import-answers.ts';
import { withImportWorker } from '../packs/import-client.ts';
import type { Vocabularies, VocabularyItem } from './vocabularies-port.ts';

type KeepsakeStore = Pick<ResultStore, 'getKeepsake' | 'putKeepsake' | 'deleteKeepsake'>;

export interface VocabulariesDeps {
  readonly store: KeepsakeStore;
  readonly now: () => Date;
  readonly changed: () => void;
  readonly read?: (file: File) => Promise<VocabularyReading>;
}

const LIST = 'vocabularies';
const rowOf = (id: string): string => `vocabulary/${id}`;

const ItemSchema = v.object({
  id: v.string(),
  name: v.string(),
  terms: v.number(),
  concepts: v.number(),
  addedAt: v.string(),
});
const ListSchema = v.array(ItemSchema);
const VocabularySchema = v.object({
  name: v.string(),
  sha256: v.string(),
  entries: v.array(v.object({ term: v.string(), concept: v.string(), group: v.string() })),
});

async function listOf(store: KeepsakeStore): Promise<readonly VocabularyItem[]> {
  const found = v.safeParse(ListSchema, (await store.getKeepsake(LIST)) ?? []);
  if (found.success) return found.output;
  throw corrupt(LIST);
}

/** Throws storage/missing for one that was removed. */
export async function storedVocabulary(
  store: Pick<KeepsakeStore, 'getKeepsake'>,
  id: string,
): Promise<Vocabulary> {
  const value = await store.getKeepsake(rowOf(id));
  if (value === null || value === undefined) {
    throw new AppError('storage/missing', `no vocabulary ${id} is stored`, { what: 'vocabulary', id });
  }
  const found = v.safeParse(VocabularySchema, value);
  if (!found.success) throw corrupt(rowOf(id));
  return found.output;
}

export function createVocabularies({
  store,
  now,
  changed,
  read = readInWorker,
}: VocabulariesDeps): Vocabularies {
  async function put(item: VocabularyItem, vocabulary: Vocabulary): Promise<void> {
    // The content first: a list must not name what is not there.
    await store.putKeepsake(rowOf(item.id), vocabulary);
    await store.putKeepsake(LIST, [...(await listOf(store)).filter(({ id }) => id !== item.id), item]);
    changed();
  }
  return {
    list: () => listOf(store),
    add: async (file) => {
      const { vocabulary, ...reading } = await read(file);
      const item = {
        id: vocabulary.sha256,
        name: vocabulary.name,
        terms: vocabulary.entries.length,
        concepts: reading.concepts,
        addedAt: now().toISOString(),
      };
      await put(item, vocabulary);
      return { ...reading, item };
    },
    remove: async (id) => {
      const items = await listOf(store);
      const item = items.find((each) => each.id === id);
      const vocabulary = await storedVocabulary(store, id);
      await store.putKeepsake(
        LIST,
        items.filter((each) => each.id !== id),
      );
      await store.deleteKeepsake(rowOf(id));
      changed();
      return {
        undo: async () => {
          if (item !== undefined) await put(item, vocabulary);
        },
      };
    },
  };
}

function readInWorker(file: File): Promise<VocabularyReading> {
  return withImportWorker(async (api) => vocabularyRead(await api.vocabulary(file)));
}

function corrupt(row: string): AppError {
  return new AppError('storage/corrupt', `row ${row} of keepsakes cannot be read`, {
    store: 'keepsakes',
    row,
  });
}
