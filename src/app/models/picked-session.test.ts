import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hashHere } from './hash-files.ts';
import { readPicked } from './read-picked.ts';

const MODEL = new URL('../../../public/models/demo-tuned/', import.meta.url);
const MANIFEST = new URL('../../../e2e/fixtures/session/onnx-session.json', import.meta.url);

type Manifest = { graphs: Record<string, { file: string }>; [field: string]: unknown };

function folder(change: (manifest: Manifest) => void = () => undefined, without = ''): readonly File[] {
  const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Manifest;
  change(manifest);
  const files = [
    'tokenizer.json',
    'tokenizer_config.json',
    'onnx/model_quantized.onnx',
    'onnx/model_int8.onnx',
    'onnx/model.onnx',
  ];
  return [
    ['onnx-session.json', JSON.stringify(manifest)] as const,
    ...files.map((path) => [path, readFileSync(new URL(path, MODEL))] as const),
  ]
    .filter(([path]) => path !== without)
    .map(([path, bytes]) => {
      const file = new File([bytes], path.split('/').at(-1) ?? '');
      Object.defineProperty(file, 'webkitRelativePath', { value: `strange-graph/${path}` });
      return file;
    });
}

describe('a folder with an onnx-session.json', () => {
  it('is a model of the runtime for plain graphs, with what each number format can do', async () => {
    const { entry, location } = await readPicked(folder(), hashHere);
    expect(entry).toMatchObject({ id: 'strange-graph', runtimeId: 'onnx-session', contextTokens: 2048 });
    expect(entry.variants.map(({ dtype, logprobs }) => [dtype, logprobs])).toEqual([
      ['fp32', true],
      ['q8', true],
      ['int8', false],
    ]);
    expect(entry.variants[1]?.files.map(({ path }) => path)).toEqual([
      'onnx-session.json',
      'tokenizer.json',
      'tokenizer_config.json',
      'onnx/model_quantized.onnx',
    ]);
    for (const { sha256 } of entry.variants[1]?.files ?? []) expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(location.kind === 'files' && location.files.length).toBe(6);
  });

  it.each([
    [
      'a graph that is not there',
      folder(undefined, 'onnx/model.onnx'),
      'model/file-missing',
      'file',
      'onnx/model.onnx',
    ],
    [
      'a path out of the folder',
      folder((m) => (m.graphs = { q8: { file: '../x.onnx' } })),
      'model/not-a-model',
      'field',
      'graphs.q8.file',
    ],
    ['no graph', folder((m) => (m.graphs = {})), 'model/not-a-model', 'field', 'graphs'],
    ['a field of its own', folder((m) => (m['more'] = 1)), 'model/not-a-model', 'field', 'more'],
  ])('with %s is refused', async (_what, files, code, key, value) => {
    await expect(readPicked(files, hashHere)).rejects.toMatchObject({ code, details: { [key]: value } });
  });
});
