import { AppError } from '../core/errors.ts';
import type { RecordKey } from './contract.ts';

/** The way back from core's recordKey(). */
export function parseRecordKey(key: RecordKey): { index: number; repeat: number } {
  const match = /^(\d+)#(\d+)$/.exec(key);
  if (match?.[1] === undefined || match[2] === undefined) {
    throw new AppError('input/unknown-id', `"${key}" is not the key of a record`, { key });
  }
  return { index: Number(match[1]), repeat: Number(match[2]) };
}
