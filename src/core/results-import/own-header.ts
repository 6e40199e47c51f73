import * as v from 'valibot';
import type { RunHeader } from '../contracts.ts';
import { RunHeaderSchema } from '../run/run-schemas.ts';

/** The header that our own exports carry; null in the files of others, or when it is not what it should be. */
export function ownHeader(value: unknown): RunHeader | null {
  const result = v.safeParse(RunHeaderSchema, value);
  return result.success ? result.output : null;
}
