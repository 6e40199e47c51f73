import type { Pack } from '../../core/packs/pack.ts';
import type { PackPart } from '../../core/packs/pack-part.ts';

/** A pack with the hash of its content, whether its file carried a seal or not. */
export interface SealedPack {
  readonly pack: Pack;
  readonly sha256: string;
  /** It came with the page, so its text is no secret. */
  readonly bundled?: true;
}

/** The hash is that of the whole pack. */
export interface SealedPart {
  readonly pack: PackPart;
  readonly sha256: string;
  readonly bundled?: true;
}
