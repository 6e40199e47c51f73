import type { ComparedSet } from '../../../app/services.ts';

export function nameOf(set: ComparedSet, runId: string): string {
  return set.runs.find(({ run }) => run.header.id === runId)?.name ?? runId;
}
