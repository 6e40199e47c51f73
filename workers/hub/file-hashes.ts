/**
 * Both names that a hub may give a file, computed while it streams: SHA-256 of the content, and Git's SHA-1 over
 * "blob <size>\0" and the content (git-scm.com/book, Git Objects).
 */
import { createSHA1, createSHA256 } from 'hash-wasm';

export interface FileHashes {
  update(bytes: Uint8Array): void;
  digest(): { readonly sha256: string; readonly gitSha1: string | null };
}

/** `bytes`: the size of the whole, without which Git's name cannot be computed. */
export async function startHashes(bytes: number | null, wantsGit: boolean): Promise<FileHashes> {
  const sha256 = await createSHA256();
  const sha1 = wantsGit && bytes !== null ? await createSHA1() : null;
  sha256.init();
  sha1?.init().update(`blob ${bytes}\0`);
  return {
    update: (piece) => {
      sha256.update(piece);
      sha1?.update(piece);
    },
    digest: () => ({ sha256: sha256.digest('hex'), gitSha1: sha1?.digest('hex') ?? null }),
  };
}
