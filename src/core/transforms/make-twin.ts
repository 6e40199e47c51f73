import { sha256Hex } from '../digest.ts';
import { AppError } from '../errors.ts';
import type { Pack, Sample } from '../packs/pack.ts';
import { sealPack } from '../packs/seal.ts';
import { seededRng } from '../stats/seeded-rng.ts';
import type { Transform } from './transform.ts';

const MAX_ID_CHARS = 100;

/** A pack asked in another way: same samples, ids, order and answers, a header that names its parent, a seal of its own. */
export function makeTwin(
  parent: Pack & { readonly seal: string },
  transform: Transform,
  seed: number,
): Pack & { seal: string } {
  if (parent.provenance.transformOf !== undefined)
    throw new AppError('input/option', `${parent.id} is a twin already: transform its parent`, {
      option: 'pack',
    });
  const { seal, samples, ...header } = parent;
  const how = `${transform.id} ${transform.version}`;
  return sealPack({
    ...header,
    id: `${parent.id.slice(0, MAX_ID_CHARS - transform.id.length - 2)}--${transform.id}`,
    title: `${parent.title.slice(0, 150)} (${transform.title})`.slice(0, 200),
    provenance: {
      ...parent.provenance,
      statement:
        `Made from ${parent.title} ${parent.version} by the transform ${how} with seed ${seed}. ${parent.provenance.statement}`.slice(
          0,
          2_000,
        ),
      transformOf: { seal, transform: how, seed },
    },
    samples: samples.map((sample) => twinOf(sample, transform, seed)),
  });
}

function twinOf(sample: Sample, transform: Transform, seed: number): Sample {
  const drawn = Number.parseInt(sha256Hex(`${seed}\n${transform.id}\n${sample.id}`).slice(0, 8), 16);
  return transform.apply(sample, seededRng(drawn | 0));
}
