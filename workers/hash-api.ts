/** What hash.worker.ts offers: SHA-256 of files that a person picked, read in pieces. */
import { createSHA256 } from 'hash-wasm';
import { AppError } from '../src/core/errors.ts';

interface HashProgress {
  readonly file: string;
  readonly doneBytes: number;
  readonly totalBytes: number;
}

export interface HashApi {
  sha256(
    files: readonly { readonly path: string; readonly file: File }[],
    onProgress: (progress: HashProgress) => void,
  ): Promise<readonly string[]>;
}

const PROGRESS_EVERY_MS = 150;

export const hashApi: HashApi = {
  sha256: async (files, onProgress) => {
    const hash = await createSHA256();
    const totalBytes = files.reduce((sum, { file }) => sum + file.size, 0);
    const hashes: string[] = [];
    let doneBytes = 0;
    let reportedAt = performance.now();
    for (const { path, file } of files) {
      hash.init();
      const reader = file.stream().getReader();
      try {
        for (let next = await reader.read(); !next.done; next = await reader.read()) {
          hash.update(next.value);
          doneBytes += next.value.byteLength;
          if (performance.now() - reportedAt < PROGRESS_EVERY_MS) continue;
          reportedAt = performance.now();
          onProgress({ file: path, doneBytes, totalBytes });
        }
      } catch (thrown) {
        const why = thrown instanceof Error ? thrown.message : String(thrown);
        throw new AppError('model/file-missing', `${path} could not be read: ${why}`, { file: path });
      }
      hashes.push(hash.digest('hex'));
    }
    return hashes;
  },
};
