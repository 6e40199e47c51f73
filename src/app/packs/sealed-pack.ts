import type { Pack } from '../../core/packs/pack.ts';

/** A pack with the hash of its content, whether its file carried a seal or not. */
export interface SealedPack {
  readonly pack: Pack;
  readonly sha256: string;
}
