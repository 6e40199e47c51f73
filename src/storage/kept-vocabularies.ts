/** A person's own vocabularies among the keepsakes: a list of them, and each by itself. Term lists, never patient text. */
import * as v from 'valibot';
import { AppError } from '../core/errors.ts';
import type { Vocabulary } from '../core/scorers/scorer-resources.ts';
import type { ResultStore } from './contract.ts';

export const VocabularyItemSchema = v.object({
  /** The SHA-256 of its entries: the same list is stored once. */
  id: v.string(),
  name: v.string(),
  terms: v.number(),
  concepts: v.number(),
  addedAt: v.string(),
});
export type VocabularyItem = Readonly<v.InferOutput<typeof VocabularyItemSchema>>;

export const VocabularyEntrySchema = v.object({ term: v.string(), concept: v.string(), group: v.string() });

const ListSchema = v.array(VocabularyItemSchema);
const VocabularySchema = v.object({
  name: v.string(),
  sha256: v.string(),
  entries: v.array(VocabularyEntrySchema),
});

const LIST = 'vocabularies';
const rowOf = (id: string): string => `vocabulary/${id}`;

type Reading = Pick<ResultStore, 'getKeepsake'>;
type Writing = Pick<ResultStore, 'getKeepsake' | 'putKeepsake' | 'deleteKeepsake'>;

/** In the order they were added. */
export async function listVocabularies(store: Reading): Promise<readonly VocabularyItem[]> {
  const found = v.safeParse(ListSchema, (await store.getKeepsake(LIST)) ?? []);
  if (found.success) return found.output;
  throw corrupt(LIST);
}

/** Throws storage/missing for one that was removed. */
export async function storedVocabulary(store: Reading, id: string): Promise<Vocabulary> {
  const value = await store.getKeepsake(rowOf(id));
  if (value === null || value === undefined) {
    throw new AppError('storage/missing', `no vocabulary ${id} is stored`, { what: 'vocabulary', id });
  }
  const found = v.safeParse(VocabularySchema, value);
  if (!found.success) throw corrupt(rowOf(id));
  return found.output;
}

/** Equal terms take the new name. */
export async function putVocabulary(
  store: Writing,
  item: VocabularyItem,
  vocabulary: Vocabulary,
): Promise<void> {
  // The content first: a list must not name what is not there.
  await store.putKeepsake(rowOf(item.id), vocabulary);
  const others = (await listVocabularies(store)).filter(({ id }) => id !== item.id);
  await store.putKeepsake(LIST, [...others, item]);
}

export async function removeVocabulary(store: Writing, id: string): Promise<void> {
  const others = (await listVocabularies(store)).filter((each) => each.id !== id);
  await store.putKeepsake(LIST, others);
  await store.deleteKeepsake(rowOf(id));
}

function corrupt(row: string): AppError {
  return new AppError('storage/corrupt', `row ${row} of keepsakes cannot be read`, {
    store: 'keepsakes',
    row,
  });
}
