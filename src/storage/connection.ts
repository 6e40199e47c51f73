/**
 * One connection to the database, opened when first needed and again after the browser or another tab closed
 * it. A page that has stored nothing leaves no database behind: reads do not create one.
 */
import { deleteDB, openDB, unwrap, type IDBPDatabase, type IDBPTransaction } from 'idb';
import { AppError } from '../core/errors.ts';
import { DATABASE_VERSION, migrate } from './migrations/registry.ts';
import type { BedsideSchema, StoreName } from './schema.ts';
import { toStorageError } from './storage-errors.ts';

export type BedsideDb = IDBPDatabase<BedsideSchema>;
export type WriteTransaction = IDBPTransaction<BedsideSchema, StoreName[], 'readwrite'>;

/** Another tab that ignores the request to close holds the database; a person has to close it. */
const BLOCKED_AFTER_MS = 4_000;

export class Connection {
  readonly name: string;
  #db: Promise<BedsideDb> | null = null;
  #hold: Promise<void> = Promise.resolve();

  constructor(name: string) {
    this.name = name;
  }

  async open(): Promise<BedsideDb> {
    await this.#hold;
    this.#db ??= this.#connect();
    return this.#db;
  }

  /** Null when nothing was ever stored here. */
  async openIfPresent(): Promise<BedsideDb | null> {
    await this.#hold;
    if (this.#db !== null) return this.#db;
    return (await databaseExists(this.name)) ? this.open() : null;
  }

  /** Nothing opens until `release` resolves: another tab is erasing. When it rejects, nothing opens any more. */
  holdUntil(release: Promise<void>): void {
    this.#hold = release;
    release.catch(() => undefined);
    void this.close().catch(() => undefined);
  }

  async close(): Promise<void> {
    const db = this.#db;
    this.#db = null;
    if (db !== null) (await db).close();
  }

  /** Closes and deletes the database, after its rows have been cleared by the caller. */
  async deleteDatabase(): Promise<void> {
    await this.close();
    await orBlocked((onBlocked) => deleteDB(this.name, { blocked: onBlocked }));
  }

  async #connect(): Promise<BedsideDb> {
    const forget = () => {
      this.#db = null;
    };
    try {
      return await orBlocked(
        (onBlocked) =>
          openDB<BedsideSchema>(this.name, DATABASE_VERSION, {
            upgrade: (db, oldVersion, newVersion, transaction) => {
              const raw = unwrap(transaction);
              // A migration that fails leaves the old form as it was.
              migrate(unwrap(db), raw, oldVersion, newVersion ?? DATABASE_VERSION).catch(() => raw.abort());
            },
            blocked: onBlocked,
            // A newer page or an erasure in another tab needs the database: let go. Transactions already
            // begun still finish; the next operation opens again, or says storage/version.
            blocking: (_current, _blocked, event) => {
              forget();
              if (event.target instanceof IDBDatabase) event.target.close();
            },
            terminated: forget,
          }),
        (late) => late.close(),
      );
    } catch (thrown) {
      forget();
      throw toStorageError(thrown);
    }
  }
}

/** Rejects with storage/blocked when another tab keeps the database for too long. */
async function orBlocked<Result>(
  request: (onBlocked: () => void) => Promise<Result>,
  dispose: (late: Result) => void = () => undefined,
): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let gaveUp = false;
  try {
    return await new Promise<Result>((resolve, reject) => {
      const onBlocked = () => {
        timer = setTimeout(() => {
          gaveUp = true;
          reject(new AppError('storage/blocked', 'another tab holds the database open'));
        }, BLOCKED_AFTER_MS);
      };
      request(onBlocked).then((result) => {
        if (gaveUp) dispose(result);
        else resolve(result);
      }, reject);
    });
  } catch (thrown) {
    throw toStorageError(thrown);
  } finally {
    clearTimeout(timer);
  }
}

async function databaseExists(name: string): Promise<boolean> {
  if (typeof indexedDB.databases !== 'function') return true;
  try {
    return (await indexedDB.databases()).some((database) => database.name === name);
  } catch (thrown) {
    throw toStorageError(thrown);
  }
}
