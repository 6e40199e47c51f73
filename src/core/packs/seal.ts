/**
 * A pack's seal: SHA-256 over the canonical header (without the seal itself), a line feed, and each sample's
 * canonical JSON followed by a line feed. The same for the one-file and the JSONL form, and computable while
 * a large pack streams past.
 */
import { canonicalJson } from '../canonical-json.ts';
import { createSha256 } from '../digest.ts';
import type { Pack, PackHeader, Sample } from './pack.ts';

export interface Sealer {
  add(sample: Sample): void;
  /** Hexadecimal seal; call once, last. */
  finish(): string;
}

export function createSealer(header: PackHeader): Sealer {
  const { seal: _seal, ...unsealed } = header;
  const hash = createSha256().update(`${canonicalJson(unsealed)}\n`);
  return {
    add: (sample) => void hash.update(`${canonicalJson(sample)}\n`),
    finish: () => hash.digestHex(),
  };
}

export function computeSeal(pack: Pack): string {
  const { samples, ...header } = pack;
  const sealer = createSealer(header);
  for (const sample of samples) sealer.add(sample);
  return sealer.finish();
}

export function sealPack(pack: Pack): Pack & { seal: string } {
  return { ...pack, seal: computeSeal(pack) };
}
