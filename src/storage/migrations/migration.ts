/**
 * One step from version n - 1 to n. It sees the plain IndexedDB objects, not today's typed schema, because the
 * rows it reads have the form of their own time. It runs inside the upgrade transaction: only IndexedDB
 * requests may be awaited.
 */
export type Migration = (db: IDBDatabase, transaction: IDBTransaction) => void | Promise<void>;
