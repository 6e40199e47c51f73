/** The bundled model before and after it was tuned on transcripts with their notes. */
import { DEMO_BASE, DEMO_MODEL } from '../../core/models/demo-models.ts';
import type { StoredRun } from '../../storage/contract.ts';

/** Exactly the two, in either order, as this site bundles them. */
export function isDemoPair(runs: readonly StoredRun[]): boolean {
  const ids = runs.map(({ header }) => (header.model.source === 'bundled' ? header.model.id : ''));
  return ids.length === 2 && ids.includes(DEMO_MODEL) && ids.includes(DEMO_BASE);
}
