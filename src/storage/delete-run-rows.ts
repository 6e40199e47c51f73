import type { WriteTransaction } from './connection.ts';
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
