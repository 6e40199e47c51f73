import { describe, expect, it } from 'vitest';
import { readVocabularyCsv } from '../../core/lexicon/vocabulary-csv.ts';
import { createMemoryStore } from '../../storage/memory-store.ts';
import { sourceFile } from '../source-file.ts';
import { storedVocabulary } from '../../storage/kept-vocabularies.ts';
import { createVocabularies } from './vocabularies.ts';

function service() {
  const store = createMemoryStore();
  let changes = 0;
  const vocabularies = createVocabularies({
    store,
    now: () => new Date('2026-02-03T10:00:00Z'),
    changed: () => (changes += 1),
    read: (file) => readVocabularyCsv(sourceFile(file)),
  });
  return { store, vocabularies, changes: () => changes };
}

const csv = (name: string, text: string): File => new File([text], name);
const HEART = 'term,concept id,group\nheart attack,1,Disorders\nMI,1,Disorders\n';

describe('vocabularies', () => {
  it('are stored, listed, read, removed and put back', async () => {
    const { store, vocabularies, changes } = service();
    expect(await vocabularies.list()).toEqual([]);
    const { item } = await vocabularies.add(csv('heart.csv', HEART));
    expect(item).toMatchObject({ name: 'heart', terms: 2, concepts: 1 });
    expect(await vocabularies.list()).toEqual([item]);
    expect((await storedVocabulary(store, item.id)).entries).toHaveLength(2);
    const removed = await vocabularies.remove(item.id);
    expect(await vocabularies.list()).toEqual([]);
    await expect(storedVocabulary(store, item.id)).rejects.toMatchObject({ code: 'storage/missing' });
    await removed.undo();
    expect(await vocabularies.list()).toEqual([item]);
    expect(changes()).toBe(3);
  });

  it('are not stored twice: the same terms take the name of the newer file', async () => {
    const { vocabularies } = service();
    await vocabularies.add(csv('heart.csv', HEART));
    await vocabularies.add(csv('again.csv', HEART));
    expect((await vocabularies.list()).map(({ name }) => name)).toEqual(['again']);
  });
});
