import type { RunHeader } from '../../core/contracts.ts';
import type { Pack } from '../../core/packs/pack.ts';
import { refuseAnchoredScores } from '../../core/review/anchors.ts';
import { scorerOfTable } from '../../core/scorers/registry.ts';

/** Before stored answers are scored again: against references that were edited from them, nearness says nothing. */
export function refuseAnchored({ model }: RunHeader, pack: Pack, scorerIds: readonly string[]): void {
  const scorers = scorerIds.flatMap((id) => scorerOfTable(id) ?? []);
  refuseAnchoredScores(pack.samples, model, scorers);
}
