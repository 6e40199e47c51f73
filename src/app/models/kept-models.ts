/** Downloaded models as models to choose: only formats of which every file is here and was verified. */
import { AppError } from '../../core/errors.ts';
import { likelyExactLogprobs } from '../../core/models/logprobs-of-dtype.ts';
import { filesOf, isWhole, type KeptModel } from '../../core/models/kept-model.ts';
import type { ModelShelf, ShelvedModel } from '../../storage/model-files/model-shelf.ts';
import type { ModelEntry, ModelVariant } from '../services.ts';

/** Smaller and exact first: what a laptop runs, and what can rank choices. */
const PREFERRED: readonly string[] = ['q4', 'q4f16', 'Q4_K_M', 'q8', 'int8', 'fp16', 'fp32'];

/** Null while none of its formats is whole. */
export function keptEntry({ model, lastUsedAt, bytesHere }: ShelvedModel): ModelEntry | null {
  const variants = model.variants.flatMap((variant): readonly ModelVariant[] => {
    if (!isWhole(model, variant)) return [];
    const files = filesOf(model, variant).map(({ path, bytes, sha256 }) => ({
      path,
      bytes: bytes ?? bytesHere.get(path) ?? 0,
      sha256: sha256 ?? '',
    }));
    return [
      {
        dtype: variant.dtype,
        bytes: files.reduce((sum, file) => sum + file.bytes, 0),
        logprobs: likelyExactLogprobs(variant.runtimeId, variant.dtype),
        files,
      },
    ];
  });
  const runtimeId = model.variants[0]?.runtimeId;
  if (variants.length === 0 || runtimeId === undefined) return null;
  const ranked = variants.toSorted((a, b) => rank(a.dtype) - rank(b.dtype));
  return {
    id: model.id,
    title: model.title,
    description: `Downloaded from ${model.source.repository} on ${new URL(model.source.host).host}.`,
    notice: 'Not checked by Bedside: its card says what it was trained on and for.',
    source: 'hub',
    origin: model.source,
    licence: model.licence ?? 'not said by the hub',
    parameters: model.parameters,
    contextTokens: model.contextTokens,
    runtimeId,
    variants,
    defaults: {
      generate: ranked[0]?.dtype ?? '',
      logprobs: ranked.find(({ logprobs }) => logprobs)?.dtype ?? null,
    },
    cardUrl: model.cardUrl,
    kept: {
      bytes: [...bytesHere.values()].reduce((sum, bytes) => sum + bytes, 0),
      lastUsedAt,
    },
  };
}

function rank(dtype: string): number {
  const at = PREFERRED.indexOf(dtype);
  return at < 0 ? PREFERRED.length : at;
}

/** An undo is offered for as long as a message stands; afterwards, or in the next visit, the files go. */
const UNDO_MS = 60_000;

export async function hideModel(
  shelf: ModelShelf,
  model: KeptModel,
  now: () => Date,
): Promise<{ undo(): Promise<void> }> {
  await shelf.save({ ...model, deletedAt: now().toISOString() });
  let erased = false;
  const timer = setTimeout(() => {
    erased = true;
    shelf.erase(model.id).catch(() => undefined);
  }, UNDO_MS);
  return {
    undo: async () => {
      if (erased) {
        throw new AppError('storage/missing', `${model.title} is erased by now`, { model: model.id });
      }
      clearTimeout(timer);
      await shelf.save({ ...model, deletedAt: null });
    },
  };
}

export function isOverdue(model: KeptModel, now: Date): boolean {
  return model.deletedAt !== null && now.getTime() - Date.parse(model.deletedAt) > 2 * UNDO_MS;
}
