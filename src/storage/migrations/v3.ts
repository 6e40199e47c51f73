/**
 * Version 3: samples sealed in blocks, and vocabularies among what can be sealed. In the vault nothing can be moved
 * here, since sealing takes longer than the upgrade may wait: bring-forward.ts does it when the vault is opened.
 */
import type { Migration } from './migration.ts';

interface Meta {
  readonly id: string;
  readonly value: unknown;
}

export const v3: Migration = async (db, transaction) => {
  db.createObjectStore('blocks', { keyPath: ['packId', 'first'] });
  const keepsakes = db.createObjectStore('keepsakes', { keyPath: 'id' });
  const meta = transaction.objectStore('meta');
  const rows = await new Promise<readonly Meta[]>((resolve, reject) => {
    const request = meta.getAll();
    request.onsuccess = () => resolve(request.result as readonly Meta[]); // the form of version 2
    request.onerror = () => reject(request.error ?? new Error('meta cannot be read'));
  });
  if (rows.some(({ id }) => id === 'vault')) return;
  for (const row of rows) {
    if (row.id !== 'vocabularies' && !row.id.startsWith('vocabulary/')) continue;
    keepsakes.put(row);
    meta.delete(row.id);
  }
};
