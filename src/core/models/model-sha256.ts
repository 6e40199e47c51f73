import { sha256Hex } from '../digest.ts';

/** What stands in its place for a model on a server, of which only the name is known. */
export function serverSha256({ origin, model }: { readonly origin: string; readonly model: string }): string {
  return sha256Hex(`server\n${origin}\n${model}\n`);
}

/** One name for exactly these weights and tokenizer: SHA-256 over the sorted `path sha256` lines. */
export function modelSha256(files: readonly { readonly path: string; readonly sha256: string }[]): string {
  const lines = files.map((file) => `${file.path} ${file.sha256}\n`).sort();
  return sha256Hex(lines.join(''));
}
