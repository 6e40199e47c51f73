import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assertTokenizerFits } from './tokenizer-check.ts';

const demo = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../public/models/demo-tuned/${file}`, import.meta.url), 'utf8'));
const words = (count: number, added: number[] = []) => ({
  model: { vocab: Object.fromEntries(Array.from({ length: count }, (_, at) => [`t${at}`, at])) },
  added_tokens: added.map((id) => ({ id })),
});

describe('a tokenizer and a model', () => {
  it('that belong together pass, the bundled ones among them', () => {
    expect(() => assertTokenizerFits(demo('config.json'), demo('tokenizer.json'))).not.toThrow();
    expect(() => assertTokenizerFits({ vocab_size: 128 }, words(100))).not.toThrow();
    expect(() => assertTokenizerFits({ vocab_size: 100 }, words(100, [100]))).not.toThrow();
    expect(() =>
      assertTokenizerFits({ text_config: { vocab_size: 3 } }, { model: { vocab: [1, 2, 3] } }),
    ).not.toThrow();
  });

  it.each([
    ['more tokens than the model knows', { vocab_size: 64 }, words(100)],
    ['an added token beyond the table', { vocab_size: 100 }, words(100, [120])],
    ['the vocabulary of a far smaller model', { vocab_size: 1000 }, words(100)],
  ])('are told apart: %s', (_what, config, tokenizer) => {
    expect(() => assertTokenizerFits(config, tokenizer)).toThrow(/the tokenizer has/u);
  });

  it.each([
    [{}, words(5)],
    [{ vocab_size: 5 }, {}],
    [null, 'x'],
  ])('that do not say are left to the runtime', (config, tokenizer) => {
    expect(() => assertTokenizerFits(config, tokenizer)).not.toThrow();
  });
});
