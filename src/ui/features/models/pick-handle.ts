/** Pickers and drops that give handles, which can be remembered; Chromium has them, other browsers do not yet. */
import type { ModelHandle } from '../../../app/services.ts';

type Picker<Handle> = (options: object) => Promise<Handle>;

function picker<Handle>(name: string): Picker<Handle> | null {
  const found: unknown = Reflect.get(globalThis, name);
  return typeof found === 'function'
    ? (options) => Reflect.apply(found, globalThis, [options]) as Promise<Handle>
    : null;
}

export const pickFolder = picker<FileSystemDirectoryHandle>('showDirectoryPicker');
const pickFiles = picker<readonly FileSystemFileHandle[]>('showOpenFilePicker');

export const pickGguf =
  pickFiles === null
    ? null
    : async (): Promise<FileSystemFileHandle | null> => {
        const types = [{ description: 'GGUF model', accept: { 'application/octet-stream': ['.gguf'] } }];
        return (await pickFiles({ id: 'bedside-gguf', types }))[0] ?? null;
      };

/** The one folder or GGUF file that was dropped; null when it is something else or the browser gives no handles. */
export async function handleOfDrop(transfer: DataTransfer): Promise<ModelHandle | null> {
  const [item, ...others] = [...transfer.items].filter(({ kind }) => kind === 'file');
  if (item === undefined || others.length > 0 || !('getAsFileSystemHandle' in item)) return null;
  const handle = await (item.getAsFileSystemHandle as () => Promise<ModelHandle | null>)();
  if (handle === null) return null;
  return handle.kind === 'directory' || handle.name.toLowerCase().endsWith('.gguf') ? handle : null;
}
