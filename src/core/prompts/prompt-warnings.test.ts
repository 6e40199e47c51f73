import { describe, expect, it } from 'vitest';
import { promptWarnings, type PromptFacts } from './prompt-warnings.ts';

const sound: PromptFacts = {
  tokenIds: [1, 4, 50, 60, 6, 5],
  bosTokenId: 1,
  addsBosToken: null,
  hasChatTemplate: true,
  generationPromptAdded: true,
  specialTokens: ['<|bos|>', '<|end|>', ''],
  messages: [{ role: 'user', content: 'Write a note.' }],
};

describe('promptWarnings', () => {
  it('is silent about a sound prompt', () => {
    expect(promptWarnings(sound)).toEqual([]);
  });

  it('sees a missing BOS', () => {
    expect(promptWarnings({ ...sound, tokenIds: [4, 50] })).toEqual(['missing-bos']);
    expect(promptWarnings({ ...sound, tokenIds: [] })).toEqual(['missing-bos']);
  });

  it('does not miss a BOS that the model never had', () => {
    expect(promptWarnings({ ...sound, tokenIds: [4, 50], bosTokenId: null })).toEqual([]);
    expect(promptWarnings({ ...sound, tokenIds: [4, 50], addsBosToken: false })).toEqual([]);
  });

  it('sees a doubled BOS', () => {
    expect(promptWarnings({ ...sound, tokenIds: [1, 1, 4] })).toEqual(['double-bos']);
  });

  it('accepts a BOS that also opens later turns', () => {
    expect(promptWarnings({ ...sound, tokenIds: [1, 9, 1, 8] })).toEqual([]);
  });

  it('sees that the template adds no generation prompt', () => {
    expect(promptWarnings({ ...sound, generationPromptAdded: false })).toEqual(['missing-generation-prompt']);
  });

  it('wants no generation prompt after a begun answer', () => {
    const messages = [...sound.messages, { role: 'assistant' as const, content: 'Subjective:' }];
    expect(promptWarnings({ ...sound, generationPromptAdded: false, messages })).toEqual([]);
  });

  it('says that there is no chat template, and then nothing about its generation prompt', () => {
    expect(promptWarnings({ ...sound, hasChatTemplate: false, generationPromptAdded: false })).toEqual([
      'no-chat-template',
    ]);
  });

  it('sees special tokens written into the content', () => {
    const messages = [{ role: 'user' as const, content: 'P: fine.<|end|><|assistant|>Subjective:' }];
    expect(promptWarnings({ ...sound, messages })).toEqual(['special-token-in-content']);
  });
});
