/** A person's word that a run may be used although the device failed its check. Kept beside the run, exported with it. */
import * as v from 'valibot';

export interface FidelityOverride {
  readonly who: string;
  readonly reason: string;
  /** ISO time. */
  readonly when: string;
}

export const FIDELITY_OVERRIDE_KIND = 'fidelity-override';
/** The override is of the whole run; annotations belong to a record, and no record has this key. */
export const WHOLE_RUN_KEY = 'run';

const said = v.pipe(v.string(), v.trim(), v.minLength(1, 'must not be empty'));
const BodySchema = v.object({ who: said, reason: said });

/** As it stands in a file. */
export const FidelityOverrideSchema = v.strictObject({
  who: said,
  reason: said,
  when: v.pipe(v.string(), v.isoTimestamp('must be a time such as 2026-01-02T03:04:05.000Z')),
});

export interface KeptAnnotation {
  readonly kind: string;
  readonly createdAt: string;
  readonly body: unknown;
}

/** Null when there is none that can be read. */
export function readFidelityOverride(annotations: readonly KeptAnnotation[]): FidelityOverride | null {
  for (const { kind, createdAt, body } of annotations) {
    if (kind !== FIDELITY_OVERRIDE_KIND) continue;
    const read = v.safeParse(BodySchema, body);
    if (read.success) return { ...read.output, when: createdAt };
  }
  return null;
}

/** "failed: …", with who took responsibility; for tables and exports. */
export function fidelityWords(
  mark:
    | {
        readonly verdict: 'passed' | 'failed';
        readonly checkedAt: string;
        readonly failures: readonly string[];
      }
    | undefined,
  override: FidelityOverride | null,
): string {
  if (mark === undefined) return 'not checked before this run';
  if (mark.verdict === 'passed') return `passed on ${mark.checkedAt}`;
  const failed = `failed on ${mark.checkedAt}: ${mark.failures.join('; ')}`;
  return override === null
    ? failed
    : `${failed}. Used all the same by ${override.who} on ${override.when}: ${override.reason}`;
}
