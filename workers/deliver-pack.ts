/** Samples on their way into the store, sealed while they pass; never more than one part of them is held. */
import { AppError } from '../src/core/errors.ts';
import { createContentDigest } from '../src/core/packs/content-digest.ts';
import type { PackHeader, Sample } from '../src/core/packs/pack.ts';
import { createSealer } from '../src/core/packs/seal.ts';

/** Resolves when the part is stored. */
export type PackPort = (samples: readonly Sample[]) => Promise<void>;

export interface DeliveredPack {
  readonly header: PackHeader & { readonly seal: string };
  readonly samples: number;
  readonly bytes: number;
}

/** A part is small, so that the page that stores it goes on answering: it has 100 ms for each. */
const PART_SAMPLES = 50;
const PART_BYTES = 64 * 1024;

/** `expected`: the digest of the content that the first reading found. */
export async function deliverPack(
  samples: AsyncIterable<Sample>,
  header: PackHeader,
  expected: string,
  store: PackPort,
): Promise<DeliveredPack> {
  const { seal: _earlier, ...unsealed } = header;
  const sealer = createSealer(unsealed);
  const content = createContentDigest();
  let [count, bytes] = [0, bytesOf(unsealed)];
  let part: Sample[] = [];
  let partBytes = 0;
  const flush = async (): Promise<void> => {
    if (part.length > 0) await store(part);
    part = [];
    partBytes = 0;
  };
  for await (const sample of samples) {
    sealer.add(sample);
    content.add(sample);
    const size = bytesOf(sample);
    count += 1;
    bytes += size;
    partBytes += size;
    part.push(sample);
    if (part.length >= PART_SAMPLES || partBytes >= PART_BYTES) await flush();
  }
  await flush();
  if (content.finish() !== expected)
    throw new AppError('input/seal-mismatch', 'the files changed between the two readings', {
      pack: header.id,
    });
  return { header: { ...unsealed, seal: sealer.finish() }, samples: count, bytes };
}

function bytesOf(value: object): number {
  return new TextEncoder().encode(JSON.stringify(value)).byteLength;
}
