import { readFileSync } from 'node:fs';
import { prebuiltAppConfig } from '@mlc-ai/web-llm';
import { describe, expect, it } from 'vitest';
import { needsShaderF16 } from './dtype-files.ts';
import { readHubCatalog, type HubRecord } from './hub-catalog.ts';

const json = (): { models: Record<string, unknown>[] } =>
  JSON.parse(readFileSync(new URL('../../../public/models/hub-catalog.json', import.meta.url), 'utf8')) as {
    models: Record<string, unknown>[];
  };
const records = readHubCatalog(json());
const compiled = records.filter(({ format }) => format === 'mlc');

describe('the catalogue of the hub', () => {
  it('holds at least fifteen models of all three kinds and of the families that clinicians ask for', () => {
    expect(records.length).toBeGreaterThanOrEqual(15);
    expect(new Set(records.map(({ format }) => format))).toEqual(new Set(['onnx', 'gguf', 'mlc']));
    const titles = records.map(({ title }) => title).join(' ');
    for (const family of ['MedGemma', 'Llama 3.2', 'Qwen', 'SmolLM', 'Gemma', 'Phi', 'Bonsai'])
      expect(titles).toContain(family);
  });

  it('requires 16-bit arithmetic wherever it is used, also where the public list leaves it out', () => {
    const left = compiled.filter(({ repository, dtype }) => {
      const listed = prebuiltAppConfig.model_list.find(({ model }) => model.endsWith(repository));
      return needsShaderF16(dtype) && !(listed?.required_features ?? []).includes('shader-f16');
    });
    expect(left.length).toBeGreaterThan(0);
    for (const record of left) expect(record.requiredFeatures).toEqual(['shader-f16']);
  });

  it.each(compiled)(
    '$id says of library, memory and context what WebLLM’s own list says',
    (record: HubRecord) => {
      const listed = prebuiltAppConfig.model_list.find(
        ({ model_id: id }) => record.repository === `mlc-ai/${id}`,
      );
      expect(listed?.model).toBe(`https://huggingface.co/${record.repository}`);
      expect(listed?.model_lib.split('/').at(-1)).toBe(record.modelLibrary);
      expect(listed?.vram_required_MB).toBe(record.videoMemoryMB);
      expect(listed?.overrides?.context_window_size).toBe(record.contextTokens);
      expect(listed?.model_id).toContain(record.dtype);
    },
  );

  it.each([
    ['a feature left out', { dtype: 'q4f16', requiredFeatures: [] }],
    ['a feature too many', { dtype: 'q4', requiredFeatures: ['shader-f16'] }],
    ['a hash without a commit', { sha256: 'a'.repeat(64), revision: null }],
    ['a branch for a commit', { revision: 'main' }],
    ['a format of another runtime', { dtype: 'Q4_K_M' }],
    ['an address that is none', { repository: 'just-a-name' }],
  ])('refuses a record with %s', (_what, change) => {
    const catalog = json();
    const onnx = catalog.models.find(({ format }) => format === 'onnx');
    if (onnx !== undefined) Object.assign(onnx, change);
    expect(() => readHubCatalog(catalog)).toThrow(/hub-catalog\.json/u);
  });
});
