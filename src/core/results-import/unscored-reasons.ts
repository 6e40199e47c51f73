import { UNSCORED_REASONS, type Score, type UnscoredReason } from '../contracts.ts';
import { fieldsOf } from './foreign-fields.ts';

/** By metric, as our own exports write them beside the scores. */
export function unscoredMetrics(value: unknown): Record<string, Score> {
  return Object.fromEntries(
    Object.entries(fieldsOf(value)).map(([metric, reason]): [string, Score] => [
      metric,
      { state: 'unscored', reason: reasonOf(reason) ?? 'not-applicable' },
    ]),
  );
}

/** The reason that all metrics give: then it is the record's own. */
export function sharedReason(value: unknown): UnscoredReason | null {
  const reasons = new Set(Object.values(fieldsOf(value)));
  return reasons.size === 1 ? reasonOf([...reasons][0]) : null;
}

function reasonOf(value: unknown): UnscoredReason | null {
  return UNSCORED_REASONS.find((reason) => reason === value) ?? null;
}
