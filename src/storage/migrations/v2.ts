/** Version 2: what people add to records (edits, corrections), and settings of the store itself. */
import type { Migration } from './migration.ts';

export const v2: Migration = (db) => {
  db.createObjectStore('annotations', { keyPath: ['runId', 'recordKey', 'kind', 'id'] });
  db.createObjectStore('meta', { keyPath: 'id' });
};
