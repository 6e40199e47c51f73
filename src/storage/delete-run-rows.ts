import type { BedsideDb, WriteTransaction } from './connection.ts';
import { ofRun, startingWith } from './key-ranges.ts';

/** Everything that belongs to one run, in a transaction that covers all of these stores. */
export async function deleteRunRows(transaction: WriteTransaction, storedId: string): Promise<void> {
  await Promise.all([
    transaction.objectStore('runs').delete(storedId),
    transaction.objectStore('records').delete(ofRun(storedId)),
    transaction.objectStore('scores').delete(startingWith(storedId)),
    transaction.objectStore('evidence').delete(startingWith(storedId)),
    transaction.objectStore('annotations').delete(startingWith(storedId)),
  ]);
}

/** What the database still lists of it, e.g. "2 records": deletion is believed when this says nothing. */
export async function runRowsLeft(db: BedsideDb, storedId: string): Promise<readonly string[]> {
  const transaction = db.transaction(['runs', 'records', 'scores', 'evidence', 'annotations']);
  const counts = await Promise.all([
    transaction.objectStore('runs').count(storedId),
    transaction.objectStore('records').count(ofRun(storedId)),
    transaction.objectStore('scores').count(startingWith(storedId)),
    transaction.objectStore('evidence').count(startingWith(storedId)),
    transaction.objectStore('annotations').count(startingWith(storedId)),
  ]);
  const names = ['runs', 'records', 'scores', 'evidence', 'annotations'];
  return counts.flatMap((count, at) => (count === 0 ? [] : [`${count} ${names[at]}`]));
}
