/**
 * A reference made by editing a model's draft leans towards that model: it keeps the draft's words, order and
 * omissions. It is marked with the model, and refused where that model is compared with another.
 */
import type { Scorer } from '../contracts.ts';
import { AppError } from '../errors.ts';
import type { Sample } from '../packs/pack.ts';

/** Field of a sample's meta; its value is `<model id> <SHA-256 of its files>`. */
const ANCHOR_FIELD = 'anchoredTo';

interface Model {
  readonly id: string;
  readonly sha256: string;
}

export function anchorMeta({ id, sha256 }: Model): Readonly<Record<string, string>> {
  return { [ANCHOR_FIELD]: `${id} ${sha256}` };
}

function anchorOf(sample: Pick<Sample, 'meta'>): Model | null {
  const value = sample.meta?.[ANCHOR_FIELD];
  if (typeof value !== 'string') return null;
  const at = value.lastIndexOf(' ');
  return at < 1 ? null : { id: value.slice(0, at), sha256: value.slice(at + 1) };
}

/** The models of `models` that references of these samples were edited from. Another number format is the same model. */
export function anchoredModels(
  samples: readonly Pick<Sample, 'meta'>[],
  models: readonly Model[],
): readonly string[] {
  const found = new Set<string>();
  for (const sample of samples) {
    const anchor = anchorOf(sample);
    if (anchor === null) continue;
    for (const model of models) {
      if (model.id === anchor.id || model.sha256 === anchor.sha256) found.add(model.id);
    }
  }
  return [...found];
}

/** Throws run/anchored-reference when runs of several settings are to be compared on references edited from one of them. */
export function refuseAnchored(samples: readonly Pick<Sample, 'meta'>[], models: readonly Model[]): void {
  const anchored = anchoredModels(samples, models);
  if (models.length < 2 || anchored.length === 0) return;
  throw new AppError(
    'run/anchored-reference',
    `references of this pack were edited from drafts of ${anchored.join(', ')}`,
    { models: anchored },
  );
}

/** Throws run/anchored-reference when outputs of a model are to be held against notes edited from its own drafts. */
export function refuseAnchoredScores(
  samples: readonly Pick<Sample, 'meta'>[],
  model: Model,
  scorers: readonly Pick<Scorer, 'title' | 'nearness'>[],
): void {
  const leaning = scorers.filter(({ nearness }) => nearness === true).map(({ title }) => title);
  const anchored = anchoredModels(samples, [model]);
  if (leaning.length === 0 || anchored.length === 0) return;
  throw new AppError(
    'run/anchored-reference',
    `references of this pack were edited from drafts of ${anchored.join(', ')}, and ${leaning.join(', ')} would hold its outputs against them`,
    { models: anchored, scorers: leaning },
  );
}
