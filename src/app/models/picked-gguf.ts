/** One GGUF file as a model: its head says what it is and how long it must be. */
import { AppError } from '../../core/errors.ts';
import { readGguf, type GgufHeader } from '../../core/models/gguf-header.ts';
import { ggufDtype, ggufDtypeOfName } from '../../core/models/gguf-types.ts';
import type { ModelEntry } from '../services.ts';
import type { HashFiles } from './hash-files.ts';
import type { ModelChoice } from './model-choice.ts';
import { modelIdOf } from './model-id.ts';

/** Vocabularies stand in the head: a quarter of a million words take some eight megabytes. */
const FIRST_BYTES = 1 << 20;
const MOST_BYTES = 1 << 27;

export async function readGgufFile(file: File): Promise<GgufHeader> {
  for (let bytes = FIRST_BYTES; ; bytes *= 4) {
    const reading = readGguf(new Uint8Array(await file.slice(0, bytes).arrayBuffer()));
    if (reading.kind === 'not-gguf') {
      throw new AppError('model/not-a-model', `${file.name} is not a GGUF file`, { file: file.name });
    }
    if (reading.kind === 'ok') {
      if (file.size < reading.header.atLeastBytes) throw cutOff(file, reading.header.atLeastBytes);
      return reading.header;
    }
    if (bytes >= file.size) throw cutOff(file, file.size + 1);
    if (bytes > MOST_BYTES) {
      throw new AppError('model/not-a-model', `${file.name} has a head that does not end`, {
        file: file.name,
      });
    }
  }
}

export async function readPickedGguf(file: File, hash: HashFiles): Promise<ModelChoice> {
  const header = await readGgufFile(file);
  const [sha256 = ''] = await hash([{ path: file.name, file }]);
  const dtype = header.fileType === null ? ggufDtypeOfName(file.name) : ggufDtype(header.fileType);
  const variant = {
    dtype: dtype ?? 'GGUF',
    bytes: file.size,
    logprobs: true,
    files: [{ path: file.name, bytes: file.size, sha256 }],
  };
  const title = file.name.replace(/\.gguf$/iu, '');
  const entry: ModelEntry = {
    id: modelIdOf(title),
    title,
    description: `A GGUF file${header.architecture === null ? '' : ` of the kind “${header.architecture}”`} on this device.`,
    notice: 'Not checked by Bedside: what it was trained on and for is for you to know.',
    source: 'folder',
    origin: { kind: 'gguf-file', name: file.name },
    licence: header.licence ?? 'not said in the file',
    parameters: header.parameters,
    contextTokens: header.contextTokens,
    runtimeId: 'wllama',
    variants: [variant],
    defaults: { generate: variant.dtype, logprobs: variant.dtype },
    cardUrl: null,
  };
  return { entry, location: { kind: 'files', files: [{ path: file.name, file }] } };
}

function cutOff(file: File, atLeastBytes: number): AppError {
  return new AppError('model/file-truncated', `${file.name} is cut off`, {
    file: file.name,
    bytes: file.size,
    atLeastBytes,
  });
}
