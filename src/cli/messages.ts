/** Error codes in words, with the next step, for people at a terminal. The page's words are in src/ui/i18n/errors.ts. */
import type { AppError, ErrorCode } from '../core/errors.ts';

const NEXT_STEP: Readonly<Record<ErrorCode, string>> = {
  'input/not-json':
    'Check that this is the file you meant and that it was not cut short; correct the place named above.',
  'input/not-utf8': 'Save the file as UTF-8 (in a spreadsheet: "CSV UTF-8") and try again.',
  'input/too-large': 'Split the file, or write packs as JSONL (header line, then one sample per line).',
  'input/schema': 'Correct the fields named above; docs/pack.schema.json describes packs.',
  'input/seal-mismatch':
    'The content is not what was sealed: use the original file. If you edited a pack of your own, re-seal it: npx tsx scripts/seal-pack.ts <pack>.',
  'input/duplicate-id': 'Give every sample one entry with its own id.',
  'input/bad-rows': 'Correct the rows named above, or import the good ones only with --keep-good.',
  'input/unknown-format': 'Use one of the formats named above with --format.',
  'input/unknown-id': 'Use an id that exists; ids are compared letter by letter.',
  'input/empty': 'Check that this is the file you meant.',
  'input/option': 'Run the command with --help for its options.',
  'model/file-missing': 'Copy the model folder again, with every file its card lists.',
  'model/file-truncated': 'Copy the model folder again: a file is shorter than it should be.',
  'model/file-altered': 'Copy the model folder again: a file is not the one its catalogue entry describes.',
  'model/not-a-model':
    'Choose a folder in the layout of transformers.js (config.json, tokenizer.json, onnx/).',
  'model/unsupported': 'Choose a model whose architecture the runtime supports.',
  'model/dtype-unavailable': 'Choose one of the dtypes this model has with --dtype.',
  'model/too-long': 'Use shorter samples or a model with a longer context.',
  'model/wrong-tokenizer': 'Copy tokenizer.json from the same version of the model as its weights.',
  'model/files-changed': 'Put the original files back, or run with the changed ones as another model.',
  'model/no-permission': 'Choose the model in the page again.',
  'model/incomplete': 'Finish the download in the page.',
  'runtime/webgpu-unavailable': 'Run with --device wasm.',
  'runtime/device-lost': 'Run again; if it happens again, run with --device wasm.',
  'runtime/out-of-memory': 'Choose a smaller dtype or model, or close other programs.',
  'runtime/unsupported-operation': 'Choose another dtype or --device wasm.',
  'runtime/watchdog': 'The model stopped answering: run again, with fewer --max-tokens if it persists.',
  'runtime/failed': 'Run again; results up to here are kept.',
  'runtime/cancelled': 'Results up to here are kept.',
  'storage/quota': 'Free disk space and run again.',
  'storage/blocked': 'Close other processes that use this store and run again.',
  'storage/version': 'The store was written by a newer version: update this one.',
  'storage/corrupt': 'Restore the store from a backup or an exported run.',
  'storage/missing': 'Check the id: it is not in the store.',
  'storage/locked-by-other-tab': 'Close the other process that uses this store.',
  'storage/failed': 'Check that the disk is writable and has space.',
  'vault/locked': 'The store of that page is locked; unlock it there.',
  'vault/wrong-passphrase': 'Give the passphrase that the vault was made with.',
  'vault/too-soon': 'Wait before the next attempt.',
  'run/not-resumable': 'Start a new run.',
  'run/merge-gap': 'Run the shards named above again and merge all of them.',
  'run/merge-duplicate': 'Give each shard once.',
  'run/merge-mismatch':
    'Merge only shards of one run: same pack, model, settings, limit and number of shards.',
  'run/anchored-reference':
    'These references lean towards the model whose drafts were edited: compare on the original pack.',
  'network/offline': 'Everything needed must be on this machine; check the address.',
  'network/html-instead-of-file':
    'The server answered with a page instead of the file: check the address and the deployment.',
  'network/http-status': 'Check the address and that the server is running.',
  'network/not-permitted': 'Strict-offline mode is on in that page; switch it off there.',
  'network/not-enforced': 'The page has no service worker there; serve it over HTTPS or from localhost.',
  'hub/unreachable': 'Check the connection; what was fetched is kept.',
  'hub/not-found': 'Check the owner and the name of the model.',
  'hub/gated': 'Get the files on the hub’s own site and use their folder.',
  'hub/busy': 'Try again in a few minutes.',
  'hub/nothing-usable': 'Choose a repository with ONNX files in the transformers.js layout, or a GGUF file.',
  'server/not-permitted':
    'Build the page with that origin in BEDSIDE_ENDPOINTS (npm run build); nothing was sent.',
  'server/unreachable': 'Check that the server runs and permits the page by CORS.',
  'server/refused': 'Give the key of the server in the variable BEDSIDE_SERVER_KEY.',
  'server/not-found': 'Check what the model is called on the server.',
  'server/busy': 'Wait and run again.',
  'server/wrong-answer': 'The server must speak the OpenAI chat-completions protocol.',
  'server/not-agreed':
    'If the text of this pack may leave this machine, say so with --agree-to-send; nothing was sent.',
  defect: 'This is a defect of Bedside, not of your input. Please report it with the lines above.',
};

/** Lines for stderr: what happened, the places, what to do. */
export function errorLines(error: AppError): string[] {
  const listed = ['problems', 'ids', 'shards', 'known', 'fields']
    .map((name) => ({ name, values: error.details[name] }))
    .flatMap(({ name, values }) =>
      Array.isArray(values) ? listLines(name, values as readonly string[]) : [],
    );
  const total = error.details['problemCount'] ?? error.details['count'];
  const more =
    typeof total === 'number' && total > listed.length && listed.length > 1 ? [`  (${total} in all)`] : [];
  return [`bedside: ${error.message}`, ...listed, ...more, `Next: ${NEXT_STEP[error.code]} [${error.code}]`];
}

function listLines(name: string, values: readonly string[]): string[] {
  if (values.length === 0) return [];
  if (name === 'known') return [`  known: ${values.join(', ')}`];
  // One is already in the message.
  return values.length === 1 && name !== 'problems' ? [] : values.map((value) => `  ${value}`);
}
