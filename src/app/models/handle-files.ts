/** Files behind a handle, with their paths inside the folder, and the permission to read them. */
import { AppError } from '../../core/errors.ts';
import type { ModelHandle } from '../../storage/model-files/remembered-handles.ts';

/** Not in the DOM library of TypeScript; Chromium has them, other browsers keep no handles of a person's files. */
interface Permissions {
  queryPermission(options: { mode: 'read' }): Promise<PermissionState>;
  requestPermission(options: { mode: 'read' }): Promise<PermissionState>;
}

function permissionsOf(handle: ModelHandle): Permissions | null {
  return 'queryPermission' in handle && 'requestPermission' in handle
    ? (handle as ModelHandle & Permissions)
    : null;
}

export async function mayRead(handle: ModelHandle): Promise<boolean> {
  const permissions = permissionsOf(handle);
  return permissions === null || (await permissions.queryPermission({ mode: 'read' })) === 'granted';
}

/** The browser asks the person, which it does only right after a press of a button. */
export async function askToRead(handle: ModelHandle, title: string): Promise<void> {
  if (await mayRead(handle)) return;
  const answer = await permissionsOf(handle)
    ?.requestPermission({ mode: 'read' })
    .catch(() => 'denied' as const);
  if (answer === 'granted') return;
  throw new AppError('model/no-permission', `the browser may not read ${title}`, { model: title });
}

const MOST_FILES = 10_000;

/** As a folder input gives them: each file carries its path, the folder's name first. */
export async function filesBehind(handle: ModelHandle): Promise<readonly File[]> {
  try {
    return await readHandle(handle);
  } catch (thrown) {
    const gone = thrown instanceof Error && thrown.name === 'NotFoundError';
    if (!gone) throw thrown;
    throw new AppError('model/file-missing', `${handle.name} is no longer where it was`, {
      file: handle.name,
    });
  }
}

async function readHandle(handle: ModelHandle): Promise<readonly File[]> {
  if (handle.kind === 'file') return [await handle.getFile()];
  const files: File[] = [];
  const walk = async (folder: FileSystemDirectoryHandle, path: string): Promise<void> => {
    for await (const [name, inside] of folder.entries()) {
      const at = `${path}/${name}`;
      // Git's and the hub's own folders hold copies under other names.
      if (inside.kind === 'directory') {
        if (!name.startsWith('.')) await walk(inside, at);
        continue;
      }
      const file = await inside.getFile();
      Object.defineProperty(file, 'webkitRelativePath', { value: at });
      files.push(file);
      if (files.length > MOST_FILES)
        throw new AppError('model/not-a-model', `${handle.name} holds more than ${MOST_FILES} files`, {
          folder: handle.name,
        });
    }
  };
  await walk(handle, handle.name);
  return files;
}
