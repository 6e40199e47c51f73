/** Files into the store: in parts, under a lock, and either all of it or nothing. */
import * as v from 'valibot';
import type { ImportRequest } from '../../../workers/protocol.ts';
import { ColumnMapSchema, type ColumnMap, withMap } from '../../core/importers/column-maps.ts';
import { AppError } from '../../core/errors.ts';
import type { PackHeader, Sample } from '../../core/packs/pack.ts';
import type { ResultStore } from '../../storage/contract.ts';
import type { ImportPreview, ImportWatch } from '../services.ts';
import type { ImportLocks } from './import-lock.ts';
import { deliverImport, previewImport } from './import-client.ts';

const MAPS = 'column-maps';

type Store = Pick<ResultStore, 'writePack' | 'discardUnfinishedPacks' | 'getMeta' | 'putMeta' | 'listPacks'>;

export interface ImportDeps {
  readonly store: Store;
  readonly now: () => string;
  readonly newId: () => string;
  readonly changed: () => void;
  /** Throws input/duplicate-id for what is here already. */
  readonly refuseKnown: (id: string, version: string) => Promise<void>;
  /** Replaced in tests, which have no workers. */
  readonly deliver?: typeof deliverImport;
  readonly locks: ImportLocks;
}

export async function previewFiles(
  store: Pick<Store, 'getMeta'>,
  request: ImportRequest,
  watch: ImportWatch,
): Promise<ImportPreview> {
  return previewImport({ ...request, remembered: request.remembered ?? (await columnMaps(store)) }, watch);
}

export async function importFiles(
  deps: ImportDeps,
  request: ImportRequest,
  preview: ImportPreview,
  options: ImportWatch & { readonly asPrivate?: boolean },
): Promise<PackHeader> {
  const { header } = preview;
  if (header === null)
    throw new AppError('input/empty', `${preview.fileName} has no samples`, { file: preview.fileName });
  await deps.refuseKnown(header.id, header.version);
  const { deliver = deliverImport } = deps;
  return deps.locks.hold(async () => {
    await deps.store.discardUnfinishedPacks();
    const writer = await deps.store.writePack(header.id, deps.newId());
    let stored = false;
    try {
      const wanted = options.asPrivate === true ? { ...header, private: true } : header;
      const add = async (samples: readonly Sample[]) => {
        refuseStopped(options.signal);
        await writer.add(samples);
      };
      const done = await deliver(request, { ...preview, header: wanted }, add, options);
      refuseStopped(options.signal);
      await writer.finish({
        header: done.header,
        sha256: done.header.seal,
        samples: done.samples,
        bytes: done.bytes,
        importedAt: deps.now(),
      });
      stored = true;
      await remember(deps.store, preview);
      deps.changed();
      return done.header;
    } finally {
      if (!stored) await writer.discard();
    }
  });
}

function refuseStopped(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new AppError('runtime/cancelled', 'the import was cancelled');
}

async function columnMaps(store: Pick<Store, 'getMeta'>): Promise<readonly ColumnMap[]> {
  const found = v.safeParse(v.array(ColumnMapSchema), await store.getMeta(MAPS));
  return found.success ? found.output : [];
}

/** Only what a person said: a guess is made again, and may be a better one by then. */
async function remember(store: Store, { columns, map, answersFrom }: ImportPreview): Promise<void> {
  if (columns === null || columns.from === 'guessed') return;
  const said: ColumnMap = {
    columns: columns.found.map(({ name }) => name),
    map: { ...map },
    ...(answersFrom === undefined ? {} : { answersFrom }),
  };
  await store.putMeta(MAPS, withMap(said, await columnMaps(store)));
}
