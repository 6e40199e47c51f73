import { onnxFileOf } from './dtype-files.ts';
import { modelSha256 } from './model-sha256.ts';

/** What a text encoder is loaded from, beside its graph and the weights that lie beside that. */
const READ: readonly string[] = [
  'config.json',
  'tokenizer.json',
  'tokenizer_config.json',
  'generation_config.json',
  'chat_template.jinja',
];

/** The identity that a text encoder will have once it is loaded, from the files that are listed for it. */
export function encoderSha256(
  files: readonly { readonly path: string; readonly sha256: string }[],
  dtype: string,
): string {
  const graph = onnxFileOf(dtype);
  return modelSha256(
    files.filter(({ path }) => READ.includes(path) || (graph !== null && path.startsWith(graph))),
  );
}
