/** One check of one device, as it is stored and exported; no patient's text is in it. */
import * as v from 'valibot';
import type { FidelityMark, RuntimeIdentity } from '../contracts.ts';
import type { FidelityReport } from './fidelity-report.ts';
import type { FidelityThresholds } from './verdict.ts';

export interface FidelityCheck {
  readonly schemaVersion: 1;
  readonly id: string;
  readonly createdAt: string;
  readonly app: { readonly version: string; readonly build: string };
  readonly model: { readonly id: string; readonly title: string; readonly sha256: string };
  /** The model came with the page and was held against the vectors shipped with it: says something of the device. */
  readonly bundled: boolean;
  readonly dtype: string;
  readonly runtime: RuntimeIdentity;
  readonly reference: {
    readonly kind: 'shipped' | 'here';
    readonly dtype: string;
    readonly device: string;
    readonly madeBy: string;
  };
  readonly prompts: number;
  readonly report: FidelityReport;
  readonly thresholds: FidelityThresholds;
  /** In words; empty when it passed. */
  readonly failures: readonly string[];
  readonly seconds: number;
}

/** What is stored must be at least this to be listed; the rest of it was written by this program. */
export const FidelityCheckSchema = v.looseObject({
  schemaVersion: v.literal(1),
  id: v.string(),
  createdAt: v.string(),
  model: v.looseObject({ id: v.string(), title: v.string(), sha256: v.string() }),
  bundled: v.boolean(),
  dtype: v.string(),
  runtime: v.looseObject({ id: v.string(), version: v.string(), device: v.string() }),
  reference: v.looseObject({ kind: v.picklist(['shipped', 'here']), dtype: v.string(), device: v.string() }),
  report: v.looseObject({
    kl: v.looseObject({ n: v.number() }),
    topOne: v.looseObject({ n: v.number() }),
    sections: v.array(v.unknown()),
  }),
  failures: v.array(v.string()),
});

/** The same runtime, device and adapter compute alike; threads only change the last bits. */
function sameDevice(a: RuntimeIdentity, b: RuntimeIdentity): boolean {
  const name = ({ adapter }: RuntimeIdentity) =>
    adapter === undefined ? '' : `${adapter.vendor} ${adapter.architecture} ${adapter.description}`;
  return a.id === b.id && a.version === b.version && a.device === b.device && name(a) === name(b);
}

/**
 * What the checks of bundled models say of a device. Of each model and number format the newest counts; one that failed
 * marks the device, since a kernel that is wrong for one format says that this device is not to be taken on trust.
 */
export function deviceMark(
  checks: readonly FidelityCheck[],
  runtime: RuntimeIdentity,
): FidelityMark | undefined {
  const newest = new Map<string, FidelityCheck>();
  for (const check of checks) {
    if (!check.bundled || !sameDevice(check.runtime, runtime)) continue;
    const key = `${check.model.id} ${check.dtype}`;
    if ((newest.get(key)?.createdAt ?? '') < check.createdAt) newest.set(key, check);
  }
  const all = [...newest.values()].sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  const found = all.find(({ failures }) => failures.length > 0) ?? all[0];
  if (found === undefined) return undefined;
  return {
    verdict: found.failures.length === 0 ? 'passed' : 'failed',
    checkId: found.id,
    checkedAt: found.createdAt,
    model: found.model.id,
    dtype: found.dtype,
    failures: found.failures,
  };
}
