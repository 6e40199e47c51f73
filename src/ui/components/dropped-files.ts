/** Files of a drop, folders walked, each with its path inside the folder as webkitRelativePath has it. */
export async function filesOfDrop(transfer: DataTransfer): Promise<readonly File[]> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return [...transfer.files];
  const walked = await Promise.all(entries.map((entry) => filesOfEntry(entry, '')));
  return walked.flat();
}

async function filesOfEntry(entry: FileSystemEntry, folder: string): Promise<readonly File[]> {
  const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
  if (entry.isFile) return [await fileOf(entry as FileSystemFileEntry, path)];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const files: File[] = [];
  // readEntries gives at most a hundred at a time and an empty list at the end.
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (batch.length === 0) return files;
    for (const inside of batch) files.push(...(await filesOfEntry(inside, path)));
  }
}

async function fileOf(entry: FileSystemFileEntry, path: string): Promise<File> {
  const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
  if (path.includes('/')) Object.defineProperty(file, 'webkitRelativePath', { value: path });
  return file;
}
