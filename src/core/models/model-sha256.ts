import { sha256Hex } from '../digest.ts';

/** One name for exactly these weights and tokenizer: SHA-256 over the sorted `path sha256` lines. */
export function modelSha256(files: readonly { readonly path: string; readonly sha256: string }[]): string {
  const lines = files.map((file) => `${file.path} ${file.sha256}\n`).sort();
  return sha256Hex(lines.join(''));
}
