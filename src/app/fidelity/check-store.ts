/** Checks are kept in the store's own settings: they hold names of models and devices and no patient's text. */
import * as v from 'valibot';
import { FidelityCheckSchema, type FidelityCheck } from '../../core/fidelity/stored-check.ts';
import type { ResultStore } from '../../storage/contract.ts';

const META_ID = 'fidelity-checks';
/** Of each model, format, device and reference the newest few are enough to see whether a device changed. */
const KEPT = 60;

type Store = Pick<ResultStore, 'getMeta' | 'putMeta' | 'deleteMeta'>;

/** Newest first; what cannot be read is left out. */
export async function storedChecks(store: Pick<Store, 'getMeta'>): Promise<readonly FidelityCheck[]> {
  const value = await store.getMeta(META_ID);
  if (!Array.isArray(value)) return [];
  return value.filter((item): item is FidelityCheck => v.is(FidelityCheckSchema, item));
}

export async function addCheck(store: Store, check: FidelityCheck): Promise<void> {
  const others = (await storedChecks(store)).filter(({ id }) => id !== check.id);
  const all = [check, ...others].sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  await store.putMeta(META_ID, all.slice(0, KEPT));
}

export async function removeCheck(store: Store, id: string): Promise<FidelityCheck | null> {
  const all = await storedChecks(store);
  const found = all.find((check) => check.id === id) ?? null;
  const left = all.filter((check) => check.id !== id);
  if (left.length === 0) await store.deleteMeta(META_ID);
  else await store.putMeta(META_ID, left);
  return found;
}
