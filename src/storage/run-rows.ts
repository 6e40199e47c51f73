import type { RunRecord, RunStatus } from '../core/contracts.ts';
import type { PlainError } from '../core/errors.ts';
import { sumUse } from '../core/network/network-use.ts';
import type { StoredRun } from './contract.ts';

/** The reason of an earlier pause does not outlive it. */
export function withStatus(
  run: StoredRun,
  status: RunStatus,
  updatedAt: string,
  error?: PlainError,
): StoredRun {
  const { error: _earlier, ...rest } = run;
  return { ...rest, status, updatedAt, ...(error === undefined ? {} : { error }) };
}

/** With one more record committed. */
export function withRecord<Run extends StoredRun>(run: Run, record: RunRecord): Run {
  const { network: before, ...rest } = run;
  const next = { ...rest, done: run.done + 1, updatedAt: record.createdAt };
  // One record that does not say makes the sum unknown.
  const known = run.done === 0 || before !== undefined;
  if (record.network === undefined || !known) return next as Run;
  return { ...next, network: before === undefined ? record.network : sumUse(before, record.network) } as Run;
}

export function newestFirst(runs: readonly StoredRun[]): readonly StoredRun[] {
  return [...runs].sort((a, b) => (a.header.createdAt < b.header.createdAt ? 1 : -1));
}
