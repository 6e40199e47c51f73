/**
 * The result store in IndexedDB. Records are committed with strict durability: the promise resolves when the
 * browser has handed them to the disk, so a killed process loses none of them.
 */
import { createAccess } from './access.ts';
import { browserAnnotations } from './browser-annotations.ts';
import { bringForward } from './bring-forward.ts';
import { browserKeepsakes } from './browser-keepsakes.ts';
import { browserPackWriter } from './browser-pack-writer.ts';
import { browserPacks } from './browser-packs.ts';
import { browserRuns } from './browser-runs.ts';
import { browserScores } from './browser-scores.ts';
import { browserWholeRuns } from './browser-whole-runs.ts';
import { Connection } from './connection.ts';
import type { ResultStore } from './contract.ts';
import { plainCodec, type RowCodec } from './row-codec.ts';
import { DATABASE_NAME, STORE_NAMES } from './schema.ts';

export interface BrowserStore extends ResultStore {
  /** Opens nothing until `release` settles, because another tab is erasing. */
  holdUntil(release: Promise<void>): void;
  /** Gives rows of an earlier version, that its upgrade could not open, the form of today. */
  bringForward(): Promise<void>;
}

export function createBrowserStore(name: string = DATABASE_NAME, codec: RowCodec = plainCodec): BrowserStore {
  const connection = new Connection(name);
  const access = createAccess(connection, codec);

  return {
    ...browserRuns(access),
    ...browserWholeRuns(access),
    ...browserScores(access),
    ...browserPacks(access),
    ...browserPackWriter(access),
    ...browserAnnotations(access),
    ...browserKeepsakes(access),
    bringForward: () => bringForward(access),

    usage: () =>
      access.read({ runs: 0, records: 0, packs: 0, scores: 0 }, async (db) => {
        const transaction = db.transaction(['runs', 'records', 'packs', 'scores']);
        const [runs, records, packs, scores] = await Promise.all([
          transaction.objectStore('runs').count(),
          transaction.objectStore('records').count(),
          transaction.objectStore('packs').count(),
          transaction.objectStore('scores').count(),
        ]);
        return { runs, records, packs, scores };
      }),

    eraseAll: async () => {
      const stored = await access.read(false, async () => true);
      if (stored) {
        // Rows first: should another tab block the deletion of the database, its content is gone all the same.
        await access.write([...STORE_NAMES], async (transaction) => {
          await Promise.all(STORE_NAMES.map((store) => transaction.objectStore(store).clear()));
        });
      }
      await connection.deleteDatabase();
    },

    close: () => connection.close(),
    holdUntil: (release) => connection.holdUntil(release),
  };
}
