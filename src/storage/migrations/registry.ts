import type { Migration } from './migration.ts';
import { v1 } from './v1.ts';
import { v2 } from './v2.ts';
import { v3 } from './v3.ts';

/** Forward only; entry i leads to version i + 1. A new migration is one file and one line here, at the end. */
export const MIGRATIONS: readonly Migration[] = [v1, v2, v3];

export const DATABASE_VERSION = MIGRATIONS.length;

export async function migrate(
  db: IDBDatabase,
  transaction: IDBTransaction,
  fromVersion: number,
  toVersion: number,
): Promise<void> {
  for (const migration of MIGRATIONS.slice(fromVersion, toVersion)) await migration(db, transaction);
}
