/** What is known of the vault while it is locked: how its key is wrapped, how far it is made, and failed attempts. */
import * as v from 'valibot';
import { AppError } from '../../core/errors.ts';
import type { ResultStore } from '../contract.ts';
import { WrappedKeySchema } from './vault-keys.ts';

const ROW = 'vault';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const VaultRowSchema = v.strictObject({
  format: v.literal(1),
  createdAt: v.string(),
  /**
   * sealing: rows are being sealed; the plain database still counts.
   * clearing: every row is sealed; the plain database is to be deleted.
   * ready: only the vault is left.
   * unsealing: rows are being written back in plain; the vault still counts.
   * leaving: every row is plain again; the vault is to be deleted.
   */
  state: v.picklist(['sealing', 'clearing', 'ready', 'unsealing', 'leaving']),
  key: WrappedKeySchema,
  attempts: v.strictObject({ failed: count, lastAt: v.number() }),
  autoLock: v.strictObject({ idleMinutes: v.nullable(count), hiddenSeconds: v.nullable(count) }),
});
export type VaultRow = v.InferOutput<typeof VaultRowSchema>;

/** Null when there is no vault. */
export async function readVaultRow(settings: Pick<ResultStore, 'getMeta'>): Promise<VaultRow | null> {
  const found = await settings.getMeta(ROW);
  if (found === undefined) return null;
  const result = v.safeParse(VaultRowSchema, found);
  if (result.success) return result.output;
  const field = v.getDotPath(result.issues[0]) ?? '';
  throw new AppError('storage/corrupt', `the vault's own row: ${field}: ${result.issues[0].message}`, {
    store: 'meta',
    row: ROW,
    field,
  });
}

export async function writeVaultRow(settings: Pick<ResultStore, 'putMeta'>, row: VaultRow): Promise<void> {
  await settings.putMeta(ROW, row);
}

export const isVaultSetting = (id: string): boolean => id === ROW;
