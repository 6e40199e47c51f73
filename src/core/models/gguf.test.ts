import { describe, expect, it } from 'vitest';
import { tinyGguf } from './fixtures.ts';
import { readGguf } from './gguf-header.ts';
import { ggufDtype, ggufDtypeOfName, tensorBytes } from './gguf-types.ts';

describe('readGguf', () => {
  it('says what the model is and how long its file must be', () => {
    const bytes = tinyGguf();
    expect(readGguf(bytes)).toEqual({
      kind: 'ok',
      header: {
        architecture: 'llama',
        name: 'tiny',
        licence: 'apache-2.0',
        fileType: 7,
        contextTokens: 2048,
        layers: 2,
        embedding: 64,
        heads: 8,
        kvHeads: 2,
        headSize: 8,
        valueSize: 8,
        vocabulary: 3,
        parameters: 64 * 32,
        atLeastBytes: bytes.length,
      },
    });
  });

  it('asks for more when the head is cut, at any length', () => {
    const bytes = tinyGguf(0);
    for (let kept = 0; kept < bytes.length - 32; kept += 7)
      expect(readGguf(bytes.subarray(0, kept)).kind, String(kept)).toBe('more');
  });

  it.each([
    ['a web page', new TextEncoder().encode('<!doctype html><html></html>')],
    ['zeros', new Uint8Array(4096)],
    ['GGUF of another version', Uint8Array.from([...tinyGguf().map((byte, at) => (at === 4 ? 1 : byte))])],
    ['a count without measure', Uint8Array.from([...tinyGguf().map((byte, at) => (at === 15 ? 9 : byte))])],
  ])('does not take %s for a model', (_name, bytes) => {
    expect(readGguf(bytes).kind).toBe('not-gguf');
  });
});

describe('formats of GGUF', () => {
  it.each([
    ['Llama-3.2-1B-Instruct-Q4_K_M.gguf', 'Q4_K_M'],
    ['smollm2-360m-instruct-q8_0.gguf', 'Q8_0'],
    ['tinyllama.iq2_xxs.gguf', 'IQ2_XXS'],
    ['big-Q4_K_M-00001-of-00002.gguf', 'Q4_K_M'],
    ['model.gguf', null],
    ['Qwen3-0.6B.safetensors', null],
  ])('%s is named %s', (path, dtype) => expect(ggufDtypeOfName(path)).toBe(dtype));

  it('knows what a tensor takes, and says so when it does not', () => {
    expect(tensorBytes(12, 4096)).toBe(16 * 144);
    expect(tensorBytes(0, 10)).toBe(40);
    expect(tensorBytes(99, 10)).toBeNull();
    expect([ggufDtype(15), ggufDtype(null), ggufDtype(4000)]).toEqual(['Q4_K_M', 'GGUF', 'GGUF']);
  });
});
