/** SHA-256 of picked files, in a thread of its own: a file of gigabytes is read in pieces and the page stays awake. */
import { createSha256 } from '../../core/digest.ts';
import { AppError } from '../../core/errors.ts';

export interface HashProgress {
  readonly file: string;
  readonly doneBytes: number;
  readonly totalBytes: number;
}

/** SHA-256 by position. */
export type HashFiles = (
  files: readonly { readonly path: string; readonly file: File }[],
  onProgress?: (progress: HashProgress) => void,
  signal?: AbortSignal,
) => Promise<readonly string[]>;

/** Where there are no threads (tests, the command line); the page uses hash-worker.ts. */
export const hashHere: HashFiles = async (files, onProgress, signal) => {
  const totalBytes = files.reduce((sum, { file }) => sum + file.size, 0);
  const hashes: string[] = [];
  let doneBytes = 0;
  for (const { path, file } of files) {
    const hash = createSha256();
    const reader = file.stream().getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      if (signal?.aborted === true) {
        await reader.cancel();
        throw new AppError('runtime/cancelled', 'the reading was stopped');
      }
      hash.update(next.value);
      doneBytes += next.value.byteLength;
      onProgress?.({ file: path, doneBytes, totalBytes });
    }
    hashes.push(hash.digestHex());
  }
  return hashes;
};
