import { recordKey } from '../../core/run/record-key.ts';
import type { Annotation, ResultStore } from '../../storage/contract.ts';

/**
 * Makes room for another answer to every sample that failed. A record is written once, so the failed one goes, and a
 * mark on the run says what it was and when: a run that was helped does not look like one that needed no help.
 */
export async function takeBackFailed(store: ResultStore, runId: string, at: string): Promise<void> {
  const marks: Annotation[] = [];
  for await (const record of store.records(runId, () => undefined)) {
    if (record.error === undefined) continue;
    const { code, message } = record.error;
    marks.push({
      runId,
      recordKey: recordKey(record),
      kind: 'failed-and-retried',
      id: at,
      createdAt: at,
      body: { code, message, failedAt: record.createdAt },
    });
  }
  if (marks.length > 0) await store.withdrawRecords(runId, marks);
}
