/** The first line of run.jsonl: the run's header, and what a person said of the whole run, which can be withdrawn later. */
import * as v from 'valibot';
import type { RunHeader } from '../contracts.ts';
import { FidelityOverrideSchema, type FidelityOverride } from '../fidelity/override.ts';
import { RunHeaderSchema } from './run-schemas.ts';

export interface RunFileHeader extends RunHeader {
  /** Why scores of a device that failed its check are used all the same. */
  readonly fidelityOverride?: FidelityOverride;
}

export const RunFileHeaderSchema = v.pipe(
  v.strictObject({ ...RunHeaderSchema.entries, fidelityOverride: v.exactOptional(FidelityOverrideSchema) }),
  v.forward(
    v.check(
      ({ fidelity, fidelityOverride }) => fidelityOverride === undefined || fidelity?.verdict === 'failed',
      'the device did not fail its check: nothing to override',
    ),
    ['fidelityOverride'],
  ),
);

export function fileHeader(header: RunHeader, fidelityOverride: FidelityOverride | null): RunFileHeader {
  return fidelityOverride === null ? header : { ...header, fidelityOverride };
}

/** Apart again: a stored run's header never changes, and what a person said of it may. */
export function splitFileHeader({ fidelityOverride, ...header }: RunFileHeader): {
  readonly header: RunHeader;
  readonly fidelityOverride: FidelityOverride | null;
} {
  return { header, fidelityOverride: fidelityOverride ?? null };
}
