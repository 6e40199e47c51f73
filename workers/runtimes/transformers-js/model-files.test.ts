import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/core/errors.ts';
import type { LoadProgress, LoadRequest } from '../../protocol.ts';
import { fileSourceOf } from './file-source.ts';
import { contextTokensOf, readModelFiles } from './model-files.ts';

const MODEL = new URL('../../../public/models/demo-tuned/', import.meta.url);
const ONNX = 'onnx/model_q4.onnx';

/** The bundled q4 model as picked files, changed as a test wants; null leaves a file out. */
function folder(change: Readonly<Record<string, string | null>> = {}): LoadRequest['location'] {
  const contents = new Map<string, Uint8Array<ArrayBuffer> | string | null>();
  for (const path of ['config.json', 'tokenizer.json', 'tokenizer_config.json', ONNX]) {
    contents.set(path, new Uint8Array(readFileSync(new URL(path, MODEL))));
  }
  for (const [path, content] of Object.entries(change)) contents.set(path, content);
  const files = [...contents].flatMap(([path, content]) =>
    content === null ? [] : [{ path, file: new File([content], path) }],
  );
  return { kind: 'files', files };
}

function read(
  location: LoadRequest['location'],
  onProgress: (progress: LoadProgress) => void = () => undefined,
) {
  const request: LoadRequest = {
    runtimeId: 'transformers-js',
    modelId: 'picked',
    location,
    dtype: 'q4',
    device: 'wasm',
    threads: 1,
  };
  return readModelFiles(
    fileSourceOf(location, 'http://127.0.0.1/'),
    request,
    onProgress,
    new AbortController().signal,
  );
}

async function problem(change: Readonly<Record<string, string | null>>): Promise<unknown> {
  try {
    await read(folder(change));
  } catch (thrown) {
    return thrown instanceof AppError ? { code: thrown.code, file: thrown.details['file'] } : thrown;
  }
  return 'no problem';
}

const config = (more: object): string => {
  const own = JSON.parse(readFileSync(new URL('config.json', MODEL), 'utf8')) as object;
  return JSON.stringify({ ...own, ...more });
};

describe('readModelFiles', () => {
  it('reads what a model needs and lists it with sizes and hashes', async () => {
    const phases: string[] = [];
    const files = await read(folder(), (progress) => phases.push(progress.phase));
    expect(files.listed.map((file) => file.path)).toEqual([
      'config.json',
      'tokenizer.json',
      'tokenizer_config.json',
      ONNX,
    ]);
    for (const file of files.listed) expect(file.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(files.operators.has('MatMulNBits')).toBe(true);
    expect(files.externalDataChunks).toBe(0);
    expect(files.chatTemplateFile).toBeNull();
    expect(phases[0]).toBe('checking');
    expect(phases.at(-1)).toBe('verifying');
  });

  it('knows the context length, wherever the config says it', async () => {
    const contextOf = async (own: string) =>
      contextTokensOf((await read(folder({ 'config.json': own }))).config);
    expect(await contextOf('{"max_position_embeddings":1024}')).toBe(1024);
    expect(await contextOf('{"text_config":{"max_position_embeddings":512}}')).toBe(512);
    expect(await contextOf('{"n_positions":256}')).toBe(256);
    expect(await contextOf('{}')).toBeNull();
  });

  it('takes a chat template from its own file', async () => {
    expect((await read(folder({ 'chat_template.jinja': '{{ messages }}' }))).chatTemplateFile).toBe(
      '{{ messages }}',
    );
  });

  it.each([
    ['a missing file', { 'tokenizer.json': null }, 'model/file-missing', 'tokenizer.json'],
    ['a missing graph', { [ONNX]: null }, 'model/file-missing', ONNX],
    ['JSON that was cut off', { 'config.json': '{"model_type":"lla' }, 'model/file-truncated', 'config.json'],
    [
      'no JSON',
      { 'tokenizer_config.json': 'version https://git-lfs' },
      'model/not-a-model',
      'tokenizer_config.json',
    ],
    [
      'a config of another form',
      { 'config.json': '{"max_position_embeddings":"many"}' },
      'model/not-a-model',
      'config.json',
    ],
    [
      'a pointer instead of weights',
      { [ONNX]: 'version https://git-lfs.github.com/spec/v1\n' },
      'model/not-a-model',
      ONNX,
    ],
  ] as const)('names the file: %s', async (_name, change, code, file) => {
    expect(await problem(change)).toEqual({ code, file });
  });

  it('finds weights beside the graph, as the config says or as the folder shows', async () => {
    const chunks = { [`${ONNX}_data`]: 'a', [`${ONNX}_data_1`]: 'b' };
    expect((await read(folder(chunks))).externalDataChunks).toBe(2);
    const declared = config({
      'transformers.js_config': { use_external_data_format: { 'model_q4.onnx': 1 } },
    });
    expect((await read(folder({ ...chunks, 'config.json': declared }))).externalDataChunks).toBe(1);
    expect(await problem({ 'config.json': declared })).toEqual({
      code: 'model/file-missing',
      file: `${ONNX}_data`,
    });
  });
});
