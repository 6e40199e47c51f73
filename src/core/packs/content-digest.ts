import { canonicalJson } from '../canonical-json.ts';
import { createSha256 } from '../digest.ts';
import type { Sample } from './pack.ts';

/** Names the samples of a pack without its header, while they stream past. */
export interface ContentDigest {
  add(sample: Sample): void;
  /** Hexadecimal; call once, last. */
  finish(): string;
}

export function createContentDigest(): ContentDigest {
  const hash = createSha256();
  return {
    add: (sample) => void hash.update(`${canonicalJson(sample)}\n`),
    finish: () => hash.digestHex(),
  };
}
