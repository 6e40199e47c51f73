import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../digest.ts';
import { AppError } from '../errors.ts';
import { readCatalog } from './catalog.ts';
import { dtypeOfOnnxFile, DTYPES, needsShaderF16, onnxFileOf, WEB_LLM_DTYPES } from './dtype-files.ts';
import { expectedFiles } from './expected-files.ts';
import { modelSha256 } from './model-sha256.ts';
import { readOnnx, scalesActivationsPerTensor } from './onnx-graph.ts';

const MODELS = fileURLToPath(new URL('../../../public/models/', import.meta.url));
const onnx = (path: string): Uint8Array => readFileSync(`${MODELS}${path}`);
const catalogJson = (): unknown => JSON.parse(readFileSync(`${MODELS}catalog.json`, 'utf8'));

describe('readOnnx', () => {
  it('lists the operators of a real graph', () => {
    const reading = readOnnx(onnx('demo-tuned/onnx/model_q4.onnx'));
    expect(reading.kind === 'ok' && reading.operators.has('MatMulNBits')).toBe(true);
  });

  it('tells a graph that scales activations per tensor from exact ones', () => {
    const perTensor = ['model_int8', 'model_quantized', 'model_q4', 'model'].map((name) => {
      const reading = readOnnx(onnx(`demo-tuned/onnx/${name}.onnx`));
      return reading.kind === 'ok' && scalesActivationsPerTensor(reading.operators);
    });
    expect(perTensor).toEqual([true, false, false, false]);
  });

  it('sees a cut file at any length, and how long it should have been', () => {
    const whole = onnx('demo-tuned/onnx/model_q4.onnx');
    for (const kept of [100, 5_000, whole.length >> 1, whole.length - 1]) {
      const reading = readOnnx(whole.subarray(0, kept));
      expect(reading.kind).toBe('truncated');
      if (reading.kind === 'truncated') {
        expect(reading.atLeastBytes).toBeGreaterThan(kept);
        expect(reading.atLeastBytes).toBeLessThanOrEqual(whole.length);
      }
    }
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['a web page', new TextEncoder().encode('<!doctype html><html><body>Not found</body></html>')],
    ['JSON', new TextEncoder().encode('{"model_type":"llama"}')],
    ['zeros', new Uint8Array(1000)],
  ])('does not take %s for a graph', (_name, bytes) => {
    expect(readOnnx(bytes).kind).not.toBe('ok');
  });
});

describe('dtype files', () => {
  it('maps every dtype to its file and back', () => {
    for (const dtype of DTYPES) expect(dtypeOfOnnxFile(onnxFileOf(dtype) ?? '')).toBe(dtype);
    expect(onnxFileOf('q3')).toBeNull();
    expect(onnxFileOf('constructor')).toBeNull();
    expect(dtypeOfOnnxFile('onnx/decoder_model.onnx')).toBeNull();
  });

  it('knows which need 16-bit shaders', () => {
    expect(DTYPES.filter(needsShaderF16)).toEqual(['fp16', 'q4f16', 'q2f16', 'q1f16']);
    expect(WEB_LLM_DTYPES.filter(needsShaderF16)).toEqual(['q0f16', 'q3f16_1', 'q4f16_0', 'q4f16_1']);
  });
});

describe('catalog', () => {
  it('describes the files that are there', () => {
    const catalog = readCatalog(catalogJson());
    expect(catalog.models.map((model) => model.id)).toEqual(['demo-tuned', 'demo-base']);
    for (const model of catalog.models) {
      for (const file of model.variants.flatMap((variant) => variant.files)) {
        const path = `${MODELS}${model.id}/${file.path}`;
        expect(existsSync(path), path).toBe(true);
        const bytes = readFileSync(path);
        expect([bytes.byteLength, sha256Hex(bytes)], `${path}: run npx tsx scripts/catalog.ts`).toEqual([
          file.bytes,
          file.sha256,
        ]);
      }
    }
  });

  it('takes a model compiled for WebLLM', () => {
    const catalog = catalogJson() as { models: { variants: object[] }[] };
    const [model] = catalog.models;
    const compiled = {
      ...model,
      id: 'compiled',
      runtimeId: 'web-llm',
      variants: [{ ...model?.variants[0], dtype: 'q4f32_1', logprobs: false }],
      defaults: { generate: 'q4f32_1', logprobs: null },
    };
    expect(readCatalog({ ...catalog, models: [compiled] }).models[0]).toMatchObject({ runtimeId: 'web-llm' });
  });

  it('names the field that is wrong', () => {
    const refused = (change: (catalog: { models: Record<string, unknown>[] }) => void): unknown => {
      const catalog = catalogJson() as { models: Record<string, unknown>[] };
      change(catalog);
      try {
        readCatalog(catalog);
      } catch (error) {
        return error instanceof AppError ? [error.code, error.details['field']] : error;
      }
      return 'accepted';
    };
    expect(refused((catalog) => (catalog.models[0] = { ...catalog.models[0], licence: '' }))).toEqual([
      'input/schema',
      'models.0.licence',
    ]);
    expect(refused((catalog) => (catalog.models[1] = { ...catalog.models[1], id: 'demo-tuned' }))).toEqual([
      'input/schema',
      'models',
    ]);
    expect(
      refused(
        (catalog) =>
          (catalog.models[1] = { ...catalog.models[1], defaults: { generate: 'int8', logprobs: 'int8' } }),
      ),
    ).toEqual(['input/schema', 'models.1']);
  });

  it('refuses paths that leave the model folder', () => {
    const catalog = catalogJson() as { models: { variants: { files: { path: string }[] }[] }[] };
    const file = catalog.models[0]?.variants[0]?.files[0];
    if (file !== undefined) file.path = '../../index.html';
    expect(() => readCatalog(catalog)).toThrow(AppError);
  });
});

describe('model identity', () => {
  it('does not depend on the order of the files and changes with any of them', () => {
    const a = { path: 'config.json', bytes: 1, sha256: 'a'.repeat(64) };
    const b = { path: 'onnx/model.onnx', bytes: 2, sha256: 'b'.repeat(64) };
    expect(modelSha256([a, b])).toBe(modelSha256([b, a]));
    expect(modelSha256([a, { ...b, sha256: 'c'.repeat(64) }])).not.toBe(modelSha256([a, b]));
    expect(expectedFiles([a])).toEqual({ 'config.json': { bytes: 1, sha256: a.sha256 } });
  });
});
