import { describe, expect, it } from 'vitest';
import type { Ask, RunRecord } from '../contracts.ts';
import { AppError } from '../errors.ts';
import type { Sample } from '../packs/pack.ts';
import { plain } from '../prompts/plain.ts';
import { generate } from '../solvers/generate.ts';
import { runSamples } from './runner.ts';

const sample: Sample = {
  id: 's',
  input: { messages: [{ role: 'user', content: 'When?' }] },
  documents: [
    { id: 'long', text: 'y'.repeat(900) },
    { id: 'needed', text: 'It was in May.', needed: true },
  ],
};

/** A model of `contextTokens`, one token a character. */
async function recordOf(contextTokens: number): Promise<RunRecord | undefined> {
  const ask: Ask = {
    generate: async (messages) => {
      const text = messages.map(({ content }) => content).join('');
      const promptTokens = text.length;
      if (promptTokens + 10 > contextTokens)
        throw new AppError('model/too-long', 'long', { promptTokens, newTokens: 10, contextTokens });
      return {
        text: 'May',
        finish: 'stop',
        usage: { promptTokens, outputTokens: 1 },
        timings: { firstTokenMs: 1, totalMs: 2, tokensPerSecond: 3 },
        prompt: { text, tokenCount: promptTokens, tokenIdsSha256: '', firstTokenIds: [], warnings: [] },
      };
    },
    logprobs: () => Promise.reject(new AppError('runtime/unsupported-operation', 'no')),
  };
  const records: RunRecord[] = [];
  await runSamples(
    {
      plan: [{ index: 0, repeat: 0, sample }],
      solver: generate,
      prompt: plain,
      generation: { maxTokens: 10, temperature: 0, topK: 0, seed: 1, stop: [] },
      documents: { order: 'given', fit: 'leave-out' },
    },
    {
      ask,
      commit: async (record) => void records.push(record),
      renewEngine: async () => ask,
      now: () => '2026-11-20T10:00:00.000Z',
      isCancelled: () => false,
      emit: () => undefined,
    },
  );
  return records[0];
}

describe('the record of a sample whose documents were fitted', () => {
  it('says which were shown, which were left out, and by how much all of them were too long', async () => {
    const record = await recordOf(100);
    expect(record).toMatchObject({
      output: 'May',
      documents: { shown: ['needed'], leftOut: ['long'], whole: { newTokens: 10, contextTokens: 100 } },
    });
    expect(record?.messages[0]?.content).not.toContain('yyy');
    expect((await recordOf(2_000))?.documents).toEqual({ shown: ['long', 'needed'], leftOut: [] });
  });

  it('is unscored, with what was tried, where even the needed ones do not fit', async () => {
    expect(await recordOf(20)).toMatchObject({
      output: null,
      unscored: 'prompt-too-long',
      tooLong: { contextTokens: 20 },
      documents: { shown: ['needed'], leftOut: ['long'] },
    });
  });
});
