/** A pack as one header row and one row a sample. */
import type { Pack } from '../core/packs/pack.ts';
import type { PackRow, SampleRow } from './rows.ts';

export function packRow(pack: Pack, sha256: string, importedAt: string): PackRow {
  const { samples, ...header } = pack;
  const bytes = new TextEncoder().encode(JSON.stringify(pack)).byteLength;
  return { id: pack.id, header, sha256, samples: samples.length, bytes, importedAt };
}

export function sampleRows(pack: Pack): readonly SampleRow[] {
  return pack.samples.map((sample, index) => ({ packId: pack.id, index, sampleId: sample.id, sample }));
}
