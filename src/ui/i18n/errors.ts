/**
 * What a person reads for each error code: what happened, and the next step. One place, so that a code
 * without words does not compile. The technical message is shown under "Details", never instead of this.
 */
import type { ErrorCode, ErrorDetails } from '../../core/errors.ts';

export interface ErrorWords {
  readonly title: string;
  readonly next: string;
}

export const ERROR_WORDS: Readonly<Record<ErrorCode, ErrorWords>> = {
  'input/not-json': {
    title: 'This file is not JSON',
    next: 'Check that it is the pack or run file you meant and that it was not cut short while copying, then choose it again.',
  },
  'input/not-utf8': {
    title: 'This file is not UTF-8 text',
    next: 'Save it as UTF-8 (in Excel: “CSV UTF-8”) and choose it again. Nothing was imported.',
  },
  'input/too-large': {
    title: 'This file is larger than this page can read',
    next: 'Split it into smaller files, or import it with the command line. Nothing was imported.',
  },
  'input/schema': {
    title: 'This file does not have the expected form',
    next: 'Correct the field named below and choose the file again. Nothing was imported.',
  },
  'input/seal-mismatch': {
    title: 'The content does not match its seal',
    next: 'The file changed after it was sealed. Get it again from where it came from; scores on it could not be compared with others.',
  },
  'input/duplicate-id': {
    title: 'Two samples have the same id',
    next: 'Give each sample its own id and choose the file again. Nothing was imported.',
  },
  'input/bad-rows': {
    title: 'Some rows cannot be used',
    next: 'Correct the rows listed, or choose to import only the good ones.',
  },
  'input/unknown-format': {
    title: 'The format of this file was not recognised',
    next: 'Choose the format in the list. If it is your own table, choose CSV or JSONL and say which column is which.',
  },
  'input/unknown-id': {
    title: 'Something with this name does not exist here',
    next: 'It may have been deleted or renamed. Go back to the list and choose again.',
  },
  'input/empty': {
    title: 'The file has no samples in it',
    next: 'Check that you chose the right file and that its first row holds column names.',
  },
  'input/option': {
    title: 'A setting has a value that cannot be used',
    next: 'Correct the setting named below and start again.',
  },
  'model/file-missing': {
    title: 'A file of the model is missing',
    next: 'Choose the whole model folder again; it must hold config.json, tokenizer.json and the onnx folder.',
  },
  'model/file-truncated': {
    title: 'A file of the model is incomplete',
    next: 'Download that file again. It is shorter than the model says it should be.',
  },
  'model/file-altered': {
    title: 'A file of the model is not the one expected',
    next: 'Its fingerprint differs from the recorded one. Get the model again from its source before trusting any score.',
  },
  'model/not-a-model': {
    title: 'This folder does not hold a model',
    next: 'Choose the folder that directly contains config.json and tokenizer.json.',
  },
  'model/unsupported': {
    title: 'This kind of model cannot run here',
    next: 'Choose a text-generation model exported to ONNX in the transformers.js layout.',
  },
  'model/dtype-unavailable': {
    title: 'The model does not come in this number format',
    next: 'Choose one of the formats listed with the model.',
  },
  'model/too-long': {
    title: 'The text is longer than the model can read',
    next: 'The sample is kept as unscored, with this reason. Use a model with a longer context to score it.',
  },
  'model/wrong-tokenizer': {
    title: 'The tokenizer does not belong to this model',
    next: 'Get tokenizer.json and tokenizer_config.json from the same place, and the same version, as the weights, and choose the folder again.',
  },
  'model/files-changed': {
    title: 'The files of this model changed since they were first used here',
    next: 'Earlier scores belong to the files as they were. Put those back, or forget the model and choose its files again: it is then another model.',
  },
  'model/no-permission': {
    title: 'The browser needs your permission to read this model again',
    next: 'Press “Allow reading” beside the model on the Models page, or choose its files again.',
  },
  'model/incomplete': {
    title: 'This model is not downloaded completely',
    next: 'Go on with the download on the Models page, or choose a number format that is complete.',
  },
  'runtime/webgpu-unavailable': {
    title: 'The graphics processor cannot be used',
    next: 'Choose the processor (WASM) instead. The Models page says why WebGPU is not available.',
  },
  'runtime/device-lost': {
    title: 'The graphics processor stopped responding',
    next: 'What was finished is kept. Resume the run; if it happens again, choose the processor (WASM).',
  },
  'runtime/out-of-memory': {
    title: 'There was not enough memory',
    next: 'What was finished is kept. Close other tabs, or choose a smaller model or number format, and resume.',
  },
  'runtime/unsupported-operation': {
    title: 'The model needs something this browser cannot do',
    next: 'Try the other device (processor or graphics processor), another number format, or a newer browser.',
  },
  'runtime/watchdog': {
    title: 'The model gave no answer for too long',
    next: 'The sample was stopped and what was finished is kept. Resume the run, or lower the most tokens per answer.',
  },
  'runtime/failed': {
    title: 'The model stopped with an error',
    next: 'What was finished is kept. Resume the run; if it fails at the same sample, open that sample for details.',
  },
  'runtime/cancelled': {
    title: 'Stopped',
    next: 'What was finished is kept, and the run can be resumed.',
  },
  'storage/quota': {
    title: 'This browser’s storage for the page is full',
    next: 'Delete runs or packs you no longer need on Data & privacy, then resume. What was finished is kept.',
  },
  'storage/blocked': {
    title: 'Another tab of this page is in the way',
    next: 'Close the other tabs in which Bedside is open, then reload this one.',
  },
  'storage/version': {
    title: 'The stored data was written by a newer version of this page',
    next: 'Reload to get the newer version. Your data is untouched.',
  },
  'storage/corrupt': {
    title: 'Stored data could not be read',
    next: 'Delete the run or pack named below. Others are not affected.',
  },
  'storage/missing': {
    title: 'This is no longer stored',
    next: 'It was deleted here or in another tab. Go back to the list.',
  },
  'storage/locked-by-other-tab': {
    title: 'Another tab is running this',
    next: 'Continue in that tab, or close it and try again here.',
  },
  'storage/failed': {
    title: 'The browser refused to store or read data',
    next: 'Private windows and blocked site data cause this. Allow site data for this page and reload.',
  },
  'vault/locked': {
    title: 'The vault is locked',
    next: 'Enter the passphrase to read or change what is stored. Nothing is lost.',
  },
  'vault/wrong-passphrase': {
    title: 'This passphrase does not open the vault',
    next: 'Check the keyboard layout and Caps Lock, and try again. After several wrong ones there is a pause before each attempt.',
  },
  'vault/too-soon': {
    title: 'Too many wrong passphrases',
    next: 'Wait until the time shown is over, then try again.',
  },
  'run/not-resumable': {
    title: 'This run cannot be continued',
    next: 'Its pack or model has changed or is no longer here, so the numbers would not belong together. Start a new run.',
  },
  'run/merge-gap': {
    title: 'Parts of the run are missing',
    next: 'Add the shards that are named below and merge again.',
  },
  'run/merge-duplicate': {
    title: 'The same sample is in two files',
    next: 'Leave out the file that was made twice and merge again.',
  },
  'run/merge-mismatch': {
    title: 'These files are not parts of one run',
    next: 'Only shards made with the same pack, model and settings can be merged.',
  },
  'run/anchored-reference': {
    title: 'The references were edited from a draft of one of these models',
    next: 'They lean towards that model, so a comparison or a score against them would too. Use the pack that the edits came from, references written without a draft, or scorers that need no reference.',
  },
  'network/offline': {
    title: 'The device is offline and the file is not stored yet',
    next: 'Connect once so that the page can fetch its own files, then it works without a connection.',
  },
  'network/html-instead-of-file': {
    title: 'The server answered with a web page instead of the file',
    next: 'The file is missing where this page is hosted. Tell whoever hosts it which file is named below.',
  },
  'network/http-status': {
    title: 'The server refused to give a file',
    next: 'Reload the page. If it stays, tell whoever hosts it which file and status are named below.',
  },
  'network/not-permitted': {
    title: 'Strict-offline mode does not permit this',
    next: 'Switch it off under Data & privacy → Network, if you may, or choose a model that is here already.',
  },
  'network/not-enforced': {
    title: 'The network policy cannot be changed in this browser window',
    next: 'It needs a service worker. Use a normal window over HTTPS, allow site data for this page, and reload.',
  },
  'hub/unreachable': {
    title: 'The model hub did not answer',
    next: 'Check the connection and whether your network permits the host named below, then resume. What was fetched is kept.',
  },
  'hub/not-found': {
    title: 'The model hub does not have this',
    next: 'Check the spelling: the owner and the name as they stand in the address of the model’s page, such as “owner/name”.',
  },
  'hub/gated': {
    title: 'The owner of this model gives it only to people who signed in and accepted the terms',
    next: 'This page has no account. Get the files on the hub’s own site, then choose their folder or GGUF file here.',
  },
  'hub/busy': {
    title: 'The model hub asks to wait',
    next: 'Resume in a few minutes. What was fetched is kept.',
  },
  'hub/nothing-usable': {
    title: 'There is nothing in this repository that can run here',
    next: 'Look for one with ONNX files in the transformers.js layout (often by “onnx-community”) or with a GGUF file.',
  },
  'server/not-permitted': {
    title: 'This page may not send anything to that server',
    next: 'Which servers may be asked is fixed when the page is built, and none may in strict-offline mode: look under Data & privacy → Network. Nothing was sent.',
  },
  'server/unreachable': {
    title: 'The server could not be reached',
    next: 'Check that it runs and that it permits this page’s address (CORS): the browser does not tell the two apart. Then resume; what was finished is kept.',
  },
  'server/refused': {
    title: 'The server wants a key, or refuses this one',
    next: 'Give the key of the server on the Models page, or ask whoever runs it, then resume. A key is kept until this tab is closed and no longer.',
  },
  'server/not-found': {
    title: 'The server does not have this model, or does not speak this protocol',
    next: 'Ask it on the Models page which models it has, and choose one of those.',
  },
  'server/busy': {
    title: 'The server is overloaded or failing',
    next: 'It was asked several times. Resume in a few minutes; what was finished is kept.',
  },
  'server/wrong-answer': {
    title: 'The server answered in a form that this page does not understand',
    next: 'It must speak the OpenAI chat-completions protocol. Show the details below to whoever runs it. What was finished is kept.',
  },
  'server/not-agreed': {
    title: 'Nobody agreed that the text of this pack leaves the device',
    next: 'Start it on the Run page, where it says where the text goes and asks for your agreement, or choose a model that runs on this device. Nothing was sent.',
  },
  defect: {
    title: 'Something went wrong in Bedside itself',
    next: 'This is our mistake, not yours. Stored results are kept. Reload; if it comes back, report the details below.',
  },
};

/** The details that name the place: file, line, field first, then the rest. */
export function detailLines(details: ErrorDetails): readonly string[] {
  const first = ['file', 'path', 'line', 'field'];
  const keys = Object.keys(details);
  const ordered = [
    ...first.filter((key) => keys.includes(key)),
    ...keys.filter((key) => !first.includes(key)),
  ];
  return ordered.map((key) => {
    const value = details[key];
    return `${key}: ${Array.isArray(value) ? value.join(', ') : String(value)}`;
  });
}
