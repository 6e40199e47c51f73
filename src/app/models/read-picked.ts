import type { HashFiles, HashProgress } from './hash-files.ts';
import type { ModelChoice } from './model-choice.ts';

/** One GGUF file, or a folder in the transformers.js layout or with an onnx-session.json. */
export async function readPicked(
  files: readonly File[],
  hash: HashFiles,
  onProgress?: (progress: HashProgress) => void,
  signal?: AbortSignal,
): Promise<ModelChoice> {
  const told: HashFiles = (some) => hash(some, onProgress, signal);
  const ggufs = files.filter(({ name }) => /\.gguf$/iu.test(name));
  const [gguf] = ggufs;
  const hasConfig = files.some(({ name }) => name === 'config.json');
  if (gguf !== undefined && ggufs.length === 1 && !hasConfig) {
    const { readPickedGguf } = await import('./picked-gguf.ts');
    return readPickedGguf(gguf, told);
  }
  const manifest = files.find(({ name }) => name === 'onnx-session.json');
  if (manifest !== undefined) {
    const { readPickedSession } = await import('./picked-session.ts');
    return readPickedSession(manifest, files, told);
  }
  const { readPickedFolder } = await import('./picked-folder.ts');
  return readPickedFolder(files, told);
}
