/** What a checked backup would change here, and then changing it: each run and each pack whole or not at all. */
import { AppError } from '../../core/errors.ts';
import type { ResultStore } from '../contract.ts';
import { listVocabularies, putVocabulary } from '../kept-vocabularies.ts';
import { digestOf, runMembers } from './members.ts';
import type { BackupItem, CheckedBackup } from './read-backup.ts';
import { createTurns, type WorkControl } from './work-control.ts';

export type RestoreState =
  | 'new'
  /** Here already, with the very same content. */
  | 'same'
  /** Here with other content: a person says which one stays. */
  | 'different'
  /** Being written by a tab right now. */
  | 'in-use';

export interface PlannedItem {
  readonly item: BackupItem;
  readonly state: RestoreState;
}

export interface RestoreOutcome {
  readonly added: number;
  readonly replaced: number;
  readonly skipped: number;
}

export async function planRestore(
  store: ResultStore,
  backup: CheckedBackup,
  inUse: ReadonlySet<string>,
): Promise<readonly PlannedItem[]> {
  const packs = new Map(
    (await store.listPacks(() => undefined)).map((pack) => [pack.header.id, pack.sha256]),
  );
  const vocabularies = new Set((await listVocabularies(store)).map(({ id }) => id));
  const planned: PlannedItem[] = [];
  for (const item of backup.items) {
    if (item.kind === 'pack') {
      const here = packs.get(item.id);
      planned.push({ item, state: here === undefined ? 'new' : here === item.sha256 ? 'same' : 'different' });
      continue;
    }
    if (item.kind === 'vocabulary') {
      planned.push({ item, state: vocabularies.has(item.id) ? 'same' : 'new' });
      continue;
    }
    planned.push({ item, state: inUse.has(item.id) ? 'in-use' : await runState(store, item) });
  }
  return planned;
}

async function runState(store: ResultStore, item: BackupItem & { kind: 'run' }): Promise<RestoreState> {
  try {
    const run = await store.getRun(item.id);
    if (run === null) return 'new';
    return (await digestOf(await runMembers(store, run))) === item.digest ? 'same' : 'different';
  } catch (thrown) {
    // A run that can no longer be read here is one that the backup may well bring back.
    if (thrown instanceof AppError && thrown.code === 'storage/corrupt') return 'different';
    throw thrown;
  }
}

/** `replace`: items that are here with other content give way; otherwise they stay. */
export async function applyRestore(
  store: ResultStore,
  backup: CheckedBackup,
  plan: readonly PlannedItem[],
  replace: boolean,
  control: WorkControl,
): Promise<RestoreOutcome> {
  const turn = createTurns(control.signal);
  const wanted = plan.filter(({ state }) => state === 'new' || (replace && state === 'different'));
  for (const [at, { item, state }] of wanted.entries()) {
    await turn();
    control.onProgress(at / wanted.length);
    if (item.kind === 'pack') {
      await restorePack(store, backup, item);
    } else if (item.kind === 'vocabulary') {
      const { item: named, vocabulary } = await backup.readVocabulary(item.folder);
      await putVocabulary(store, named, vocabulary);
    } else {
      const { run, records, beside } = await backup.readRun(item.folder);
      await store.putWholeRun(run, records, { ...beside, replace: state === 'different' });
    }
  }
  control.onProgress(1);
  const replaced = wanted.filter(({ state }) => state === 'different').length;
  return { added: wanted.length - replaced, replaced, skipped: plan.length - wanted.length };
}

/** In parts, so that a large pack is never held; an earlier one with its id stays until the last part is there. */
async function restorePack(store: ResultStore, backup: CheckedBackup, item: BackupItem): Promise<void> {
  const writer = await store.writePack(item.id, crypto.randomUUID());
  try {
    const { header, sha256, importedAt, samples, bytes } = await backup.readPack(item.folder, (part) =>
      writer.add(part),
    );
    await writer.finish({ header, sha256, importedAt, samples, bytes });
  } catch (thrown) {
    await writer.discard();
    throw thrown;
  }
}
