/**
 * Reads every file of the model once, before the library does: sizes and hashes for the record, and a refusal of files
 * that differ from the catalogue's. Nothing is kept; the library then reads the same addresses from the offline copy.
 */
import { AppError } from '../../../src/core/errors.ts';
import type { LoadedModel, LoadProgress, LoadRequest } from '../../protocol.ts';
import type { FileSource } from '../transformers-js/file-source.ts';
import { readFile } from '../transformers-js/read-file.ts';
import {
  CONFIG_FILE,
  readChatConfig,
  readRecord,
  readShardPaths,
  RECORD_FILE,
  TENSORS_FILE,
  WEIGHTS_FOLDER,
  type ChatConfig,
  type ModelIntegrity,
  type WebLlmRecord,
} from './model-record.ts';

export interface ReadModel {
  readonly record: WebLlmRecord;
  readonly config: ChatConfig;
  readonly listed: LoadedModel['files'];
  /** What the library checks again: its own reading of configuration, model library and tokenizer. */
  readonly integrity: ModelIntegrity;
}

type Files = Map<string, { readonly bytes: number; readonly sha256: string }>;

/** `onRecord` may refuse the model before its weights are read. */
export async function readModel(
  source: FileSource,
  request: LoadRequest,
  onRecord: (record: WebLlmRecord, config: ChatConfig) => void,
  onProgress: (progress: LoadProgress) => void,
  signal: AbortSignal,
): Promise<ReadModel> {
  const { expected } = request;
  const totalBytes =
    expected === undefined ? null : Object.values(expected).reduce((sum, file) => sum + file.bytes, 0);
  const files: Files = new Map();
  let finishedBytes = 0;

  const take = async (path: string): Promise<Uint8Array> => {
    const opened =
      expected !== undefined && expected[path] === undefined ? null : await source.open(path, signal);
    if (opened === null) {
      throw new AppError('model/file-missing', `${path} is missing from the model "${request.modelId}"`, {
        file: path,
        model: request.modelId,
      });
    }
    const report = (loaded: number): void =>
      onProgress({ phase: 'downloading', loadedBytes: finishedBytes + loaded, totalBytes, file: path });
    report(0);
    const file = await readFile(path, opened, expected?.[path], throttled(report), signal);
    finishedBytes += file.bytes.byteLength;
    files.set(path, { bytes: file.bytes.byteLength, sha256: file.sha256 });
    return file.bytes;
  };

  onProgress({ phase: 'checking', loadedBytes: 0, totalBytes, file: RECORD_FILE });
  const record = readRecord(await take(RECORD_FILE));
  const config = readChatConfig(await take(CONFIG_FILE));
  onRecord(record, config);
  const tokenizer = tokenizerFile(config);
  await take(record.model_lib);
  await take(`${WEIGHTS_FOLDER}${tokenizer}`);
  for (const shard of readShardPaths(await take(TENSORS_FILE))) await take(shard);
  onProgress({ phase: 'verifying', loadedBytes: finishedBytes, totalBytes: finishedBytes, file: null });
  return {
    record,
    config,
    listed: [...files].map(([path, file]) => ({ path, ...file })),
    integrity: {
      config: sriOf(files, CONFIG_FILE),
      model_lib: sriOf(files, record.model_lib),
      tokenizer: { [tokenizer]: sriOf(files, `${WEIGHTS_FOLDER}${tokenizer}`) },
      ...record.integrity,
    },
  };
}

/** The one of the listed files that the library reads. */
function tokenizerFile(config: ChatConfig): string {
  const found = ['tokenizer.json', 'tokenizer.model'].find((name) => config.tokenizer_files.includes(name));
  if (found !== undefined) return found;
  throw new AppError('model/unsupported', 'the model names no tokenizer.json and no tokenizer.model', {
    file: CONFIG_FILE,
  });
}

function sriOf(files: Files, path: string): string {
  const hex = files.get(path)?.sha256 ?? '';
  const bytes = Array.from({ length: hex.length / 2 }, (_, at) =>
    parseInt(hex.slice(2 * at, 2 * at + 2), 16),
  );
  return `sha256-${btoa(String.fromCharCode(...bytes))}`;
}

function throttled(report: (loaded: number) => void, everyMs = 100): (loaded: number) => void {
  let reportedAt = performance.now();
  return (loaded) => {
    const now = performance.now();
    if (now - reportedAt < everyMs) return;
    reportedAt = now;
    report(loaded);
  };
}
