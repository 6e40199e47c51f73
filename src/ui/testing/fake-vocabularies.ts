import type { Vocabularies, VocabularyItem } from '../../app/vocabularies/vocabularies-port.ts';

/** One vocabulary to look at; what is added is counted as three terms. */
export function fakeVocabularies(): () => Promise<Vocabularies> {
  let items: readonly VocabularyItem[] = [
    {
      id: 'c0'.repeat(32),
      name: 'cardiology terms',
      terms: 412,
      concepts: 180,
      addedAt: '2026-02-03T10:00:00.000Z',
    },
  ];
  const service: Vocabularies = {
    list: () => Promise.resolve(items),
    add: (file) => {
      const item = {
        id: `${items.length}`.repeat(64),
        name: file.name.replace(/\.csv$/u, ''),
        terms: 3,
        concepts: 2,
        addedAt: '2026-02-04T10:00:00.000Z',
      };
      items = [...items, item];
      return Promise.resolve({ item, concepts: 2, skipped: [], skippedCount: 0 });
    },
    remove: (id) => {
      const before = items;
      items = items.filter((item) => item.id !== id);
      return Promise.resolve({
        undo: () => {
          items = before;
          return Promise.resolve();
        },
      });
    },
  };
  return () => Promise.resolve(service);
}
