/** A part file in the origin private file system, through a handle that only this thread can hold. */
import { AppError } from '../../src/core/errors.ts';
import { keptFileName, MODELS_FOLDER } from '../../src/core/models/kept-model.ts';
import type { PartFile } from './part-file.ts';

export async function openPartFile(modelId: string, path: string): Promise<PartFile> {
  try {
    const root = await navigator.storage.getDirectory();
    const models = await root.getDirectoryHandle(MODELS_FOLDER, { create: true });
    const folder = await models.getDirectoryHandle(modelId, { create: true });
    const file = await folder.getFileHandle(keptFileName(path), { create: true });
    return partFile(await file.createSyncAccessHandle(), path);
  } catch (thrown) {
    throw storageError(thrown, path);
  }
}

function partFile(handle: FileSystemSyncAccessHandle, path: string): PartFile {
  const coded = <Value>(work: () => Value): Value => {
    try {
      return work();
    } catch (thrown) {
      throw storageError(thrown, path);
    }
  };
  return {
    size: () => coded(() => handle.getSize()),
    read: (into, at) => coded(() => handle.read(into, { at })),
    write: (bytes, at) =>
      coded(() => {
        // Some browsers write what fits and say how much that was.
        if (handle.write(bytes, { at }) < bytes.byteLength) throw full(path);
      }),
    truncate: (bytes) => coded(() => handle.truncate(bytes)),
    flush: () => coded(() => handle.flush()),
    close: () => handle.close(),
  };
}

function full(path: string): AppError {
  return new AppError('storage/quota', `no room for ${path}`, { file: path });
}

function storageError(thrown: unknown, path: string): AppError {
  if (thrown instanceof AppError) return thrown;
  const name = thrown instanceof Error ? thrown.name : '';
  const why = thrown instanceof Error ? thrown.message : String(thrown);
  if (name === 'QuotaExceededError' || /quota|no space|disk full/iu.test(why)) return full(path);
  if (name === 'NoModificationAllowedError') {
    return new AppError('storage/locked-by-other-tab', `${path} is being written elsewhere`, { file: path });
  }
  return new AppError('storage/failed', `${path} could not be stored: ${why}`, { file: path });
}
