/** Whether the text of a pack may leave this device: asked of every run and every probe before anything is loaded. */
import { AppError } from '../../core/errors.ts';
import type { ModelEntry } from '../models/model-entry.ts';
import type { SealedPart } from '../packs/sealed-pack.ts';
import type { RunRequest } from './run-contract.ts';

/** Where prompts to this model go; null for a model on this device. */
export function sentTo({ origin }: Pick<ModelEntry, 'origin'>): string | null {
  return origin?.kind === 'server' ? origin.origin : null;
}

/**
 * The text of a pack that did not come with this page goes to a server only when a person agreed for this very run,
 * whether the pack is marked as private or not: nobody may have thought of marking it.
 */
export function requireAgreement(
  model: Pick<ModelEntry, 'origin'>,
  { pack, bundled }: SealedPart,
  { sendTo }: Pick<RunRequest, 'sendTo'>,
): void {
  const server = sentTo(model);
  if (server === null || bundled === true || sendTo === server) return;
  throw new AppError(
    'server/not-agreed',
    `nobody agreed that the text of "${pack.id}" is sent to ${server}`,
    { pack: pack.id, server },
  );
}
