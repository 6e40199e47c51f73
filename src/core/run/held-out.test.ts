import { describe, expect, it } from 'vitest';
import type { RunRecord, Solver } from '../contracts.ts';
import { plain } from '../prompts/plain.ts';
import { testSample } from './fixtures.ts';
import { runSamples } from './runner.ts';
import { scorableOutput } from './scorable-output.ts';

const samples = ['a', 'b', 'c'].map((id) => testSample(id));

describe('samples kept back as examples', () => {
  it('are never asked, leave a record that says so, and do not count as failed', async () => {
    const asked: string[] = [];
    const solver: Solver = {
      id: 'keeps-one',
      version: '1',
      title: 'Keeps one back',
      description: 'Keeps one back.',
      group: 'examples',
      needs: 'generate',
      calls: () => 1,
      heldOut: (count, { keep }) =>
        new Set(Array.from({ length: count }, (_, index) => index).filter((index) => index === keep)),
      solve: async (sample, { settings, pool }) => {
        asked.push(sample.id);
        expect([settings, pool]).toEqual([{ keep: 2 }, samples]);
        return {
          text: sample.id,
          finish: 'stop',
          unscored: 'ambiguous-answer',
          prompt: {
            text: '',
            tokenCount: 1,
            tokenIdsSha256: '0'.repeat(64),
            firstTokenIds: [],
            warnings: [],
          },
          messages: [],
          usage: { promptTokens: 1, outputTokens: 1 },
          timings: { firstTokenMs: null, totalMs: 1, tokensPerSecond: null },
        };
      },
    };
    const records: RunRecord[] = [];
    const outcome = await runSamples(
      {
        plan: samples.map((sample, index) => ({ sample, index, repeat: 0 })),
        solver,
        prompt: plain,
        generation: { maxTokens: 8, temperature: 0, topK: 0, seed: 1, stop: [] },
        solverSettings: { keep: 2 },
        pool: samples,
      },
      {
        ask: {
          generate: () => Promise.reject(new Error('unused')),
          logprobs: () => Promise.reject(new Error('unused')),
        },
        commit: async (record) => void records.push(record),
        renewEngine: () => Promise.reject(new Error('unused')),
        now: () => '2026-01-01T00:00:00.000Z',
        isCancelled: () => false,
        emit: () => undefined,
      },
    );
    expect(outcome).toEqual({ kind: 'finished', committed: 3, failed: 0 });
    expect(asked).toEqual(['a', 'b']);
    expect(records.map(({ unscored }) => unscored)).toEqual([
      'ambiguous-answer',
      'ambiguous-answer',
      'held-out',
    ]);
    const kept = records.at(-1);
    expect(kept && scorableOutput(kept)).toEqual({ text: null, unscored: 'held-out' });
  });
});
