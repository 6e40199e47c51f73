/** Twins of a pack: made from its samples by a transform, stored as packs of their own. */
import type { Pack } from '../../core/packs/pack.ts';
import { makeTwin } from '../../core/transforms/make-twin.ts';
import { transformById } from '../../core/transforms/registry.ts';
import type { SealedPack } from './sealed-pack.ts';

/** Nothing is stored; a sample that the transform has nothing to work on refuses the whole twin. */
export function twinOf({ pack, sha256 }: SealedPack, transformId: string, seed: number): Pack {
  return makeTwin({ ...pack, seal: sha256 }, transformById(transformId), seed);
}
