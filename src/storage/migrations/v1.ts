/** Version 1: the first form. */
import type { Migration } from './migration.ts';

export const v1: Migration = (db) => {
  db.createObjectStore('runs', { keyPath: 'id' });
  db.createObjectStore('records', { keyPath: ['runId', 'index', 'repeat'] });
  db.createObjectStore('scores', { keyPath: ['runId', 'scorerId', 'scorerVersion'] });
  db.createObjectStore('evidence', { keyPath: ['runId', 'scorerId', 'scorerVersion', 'recordKey'] });
  db.createObjectStore('packs', { keyPath: 'id' });
  const samples = db.createObjectStore('samples', { keyPath: ['packId', 'index'] });
  samples.createIndex('by-sample-id', ['packId', 'sampleId'], { unique: true });
};
