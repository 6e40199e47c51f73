/** What ways of asking depend on in a pack, found without holding it: its samples pass in parts, and the page answers between them. */
import { AppError } from '../../core/errors.ts';
import { createPackShape, type PackShape } from '../../core/packs/pack-shape.ts';
import type { Packs } from './packs.ts';

const PART = 250;

export async function shapeOfPack(
  packs: Pick<Packs, 'samples'>,
  id: string,
  signal: AbortSignal,
): Promise<PackShape> {
  const shape = createPackShape();
  for (let from = 0; ; from += PART) {
    const part = await packs.samples(id, from, PART);
    if (signal.aborted) throw new AppError('runtime/cancelled', 'nobody waits for it any more');
    for (const sample of part) shape.add(sample);
    if (part.length < PART) return shape.finish();
  }
}
