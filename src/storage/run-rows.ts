import type { RunStatus } from '../core/contracts.ts';
import type { PlainError } from '../core/errors.ts';
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

export function newestFirst(runs: readonly StoredRun[]): readonly StoredRun[] {
  return [...runs].sort((a, b) => (a.header.createdAt < b.header.createdAt ? 1 : -1));
}
