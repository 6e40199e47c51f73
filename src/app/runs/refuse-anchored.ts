import type { RunHeader } from '../../core/contracts.ts';
import { readSamples, type PackPart } from '../../core/packs/pack-part.ts';
import { refuseAnchoredScores } from '../../core/review/anchors.ts';
import { scorerOfTable } from '../../core/scorers/registry.ts';

/** Before stored answers are scored again: against references that were edited from them, nearness says nothing. */
export function refuseAnchored({ model }: RunHeader, pack: PackPart, scorerIds: readonly string[]): void {
  const scorers = scorerIds.flatMap((id) => scorerOfTable(id) ?? []);
  refuseAnchoredScores(readSamples(pack), model, scorers);
}
