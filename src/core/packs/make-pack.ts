import { AppError } from '../errors.ts';
import { type PackDraftRequest, createPackDraft } from './pack-draft.ts';
import { PACK_LIMITS, type Sample } from './pack.ts';
import type { SealedPack } from './read-pack.ts';
import { sealPack } from './seal.ts';

export interface MakePackRequest extends PackDraftRequest {
  /** As an importer gave them: checked one by one. */
  readonly samples: readonly Sample[];
}

/** Imported samples -> a sealed pack. The same samples give the same bytes: nothing is drawn by chance or by the clock. */
export function makePack({ samples, ...request }: MakePackRequest): SealedPack {
  if (samples.length > PACK_LIMITS.samples)
    throw new AppError('input/schema', 'samples: has too many samples', { problems: ['too many samples'] });
  const draft = createPackDraft(request);
  for (const sample of samples) draft.add(sample);
  return sealPack({ ...draft.finish().header, samples: [...samples] });
}
