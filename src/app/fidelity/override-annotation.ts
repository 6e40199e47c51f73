import {
  FIDELITY_OVERRIDE_KIND,
  WHOLE_RUN_KEY,
  type FidelityOverride,
} from '../../core/fidelity/override.ts';
import type { Annotation } from '../../storage/contract.ts';

/** One a run: a later one takes the place of the first. */
export function overridePlace(runId: string): Pick<Annotation, 'runId' | 'recordKey' | 'kind' | 'id'> {
  return { runId, recordKey: WHOLE_RUN_KEY, kind: FIDELITY_OVERRIDE_KIND, id: 'device' };
}

export function overrideAnnotation(runId: string, { who, reason, when }: FidelityOverride): Annotation {
  return { ...overridePlace(runId), createdAt: when, body: { who: who.trim(), reason: reason.trim() } };
}
