/** What can be told to a solver: checked, handed through to the solvers inside it, and seen in what it asks and keeps. */
import { describe, expect, it } from 'vitest';
import type { Ask, GenerationSettings, SolverSettings } from '../contracts.ts';
import { AppError } from '../errors.ts';
import type { Message, Sample } from '../packs/pack.ts';
import { mcqLetter } from '../prompts/mcq-letter.ts';
import { plain } from '../prompts/plain.ts';
import { scoreOutput } from '../run/score-run.ts';
import { choice } from '../scorers/choice.ts';
import { solverById } from './registry.ts';
import { keptSettings, settingFromText } from './setting-fields.ts';
import { confidenceIn } from './stated-confidence.ts';

const generation: GenerationSettings = { maxTokens: 32, temperature: 0, topK: 0, seed: 7, stop: ['\n'] };
const timings = { firstTokenMs: 1, totalMs: 5, tokensPerSecond: 40 };
const question = (id: string, text: string): Sample => ({
  id,
  input: { messages: [{ role: 'user', content: text }] },
  choices: [
    { id: 'A', text: 'ramipril' },
    { id: 'B', text: 'doxycycline' },
  ],
  answer: 'B',
});
const tick = question('q', 'Which drug treats early Lyme disease?');
const pool = Array.from({ length: 6 }, (_, at) => question(`p${at}`, `Question ${at}?`));

interface Asked {
  readonly messages: readonly Message[];
  readonly settings: GenerationSettings | null;
}

function model(write: (turn: number) => string | { text: string; finish: 'length' }, perToken = [-1]) {
  const asked: Asked[] = [];
  const prompt = { text: '', tokenCount: 3, tokenIdsSha256: 'a'.repeat(64), firstTokenIds: [], warnings: [] };
  const ask: Ask = {
    generate: async (messages, settings) => {
      asked.push({ messages, settings });
      const wrote = write(asked.length);
      const outcome = typeof wrote === 'string' ? { text: wrote, finish: 'stop' as const } : wrote;
      return { ...outcome, usage: { promptTokens: 3, outputTokens: 2 }, timings, prompt };
    },
    logprobs: async (messages, continuations) => {
      asked.push({ messages, settings: null });
      const scores = continuations.map((text) => ({
        // By the sum "ramipril" stands first, by its length "doxycycline".
        perToken: text === 'ramipril' ? [-3] : text === 'doxycycline' ? [-2, -2] : perToken,
        isGreedy: false,
      }));
      return { prompt, scores, timings };
    },
  };
  return { ask, asked };
}

async function solve(
  id: string,
  settings: SolverSettings,
  write: Parameters<typeof model>[0] = () => 'B',
  prompt = mcqLetter,
) {
  const { ask, asked } = model(write);
  const output = await solverById(id).solve(tick, { ask, prompt, generation, settings, pool });
  return { output, asked };
}

const scoreOf = (output: Parameters<typeof scoreOutput>[2], measure: string) => {
  const score = scoreOutput(choice, tick, output).scores[measure];
  return score?.state === 'scored' ? score.value : score?.reason;
};

describe('ranked choices', () => {
  it('answer by the normalisation that was chosen; the others are scored beside it', async () => {
    const { output } = await solve('rank-choices', { normalisation: 'per-char' }, undefined, plain);
    expect(output).toMatchObject({ text: 'B', rankedBy: 'per-char' });
    expect(['accuracy', 'accuracy-sum', 'accuracy-per-char'].map((m) => scoreOf(output, m))).toEqual([
      1, 0, 1,
    ]);
    const { output: summed } = await solve('rank-choices', {}, undefined, plain);
    expect(summed.rankedBy).toBeUndefined();
    expect(['accuracy', 'accuracy-sum', 'accuracy-per-char'].map((m) => scoreOf(summed, m))).toEqual([
      0, 0, 1,
    ]);
  });

  it('can be ranked by what the question adds only where the second pass is made', async () => {
    await expect(solve('rank-choices', { normalisation: 'unconditional' })).rejects.toThrow(AppError);
    const { output } = await solve('rank-choices-unconditional', { normalisation: 'unconditional' });
    expect(output.rankedBy).toBe('unconditional');
    expect(output.choiceScores?.every(({ unconditional }) => unconditional !== undefined)).toBe(true);
  });
});

describe('a named extractor', () => {
  const boxed = String.raw`It is not A. \boxed{B}`;
  it('reads the written answer, strictly and flexibly', async () => {
    const { output } = await solve('generate', { extractor: 'boxed' }, () => boxed);
    expect(output).toMatchObject({ text: boxed, extractor: 'boxed' });
    expect(['accuracy', 'accuracy-strict', 'extracted'].map((m) => scoreOf(output, m))).toEqual([1, 1, 1]);
  });
  it('leaves unread what is not in its form, and says so', async () => {
    const { output } = await solve('generate', { extractor: 'json' }, () => 'The answer is B.');
    expect(['accuracy', 'accuracy-strict', 'extracted'].map((m) => scoreOf(output, m))).toEqual([
      'extraction-failed',
      'extraction-failed',
      0,
    ]);
  });
  it('reads each vote, and each order of the choices', async () => {
    const vote = await solve('self-consistency', { votes: 3, extractor: 'json' }, (turn) =>
      turn === 1 ? 'A' : '{"answer": "B"}',
    );
    expect(vote.output.trace?.map(({ picked }) => picked)).toEqual([null, 'B', 'B']);
    expect(vote.output).toMatchObject({ text: 'B' });
    expect(vote.output.extractor).toBeUndefined();
    const shuffled = await solve('shuffled-generate', { extractor: 'json' }, () => '{"answer": "B"}');
    expect(['A', 'B']).toContain(shuffled.output.text);
    expect(shuffled.output.extractor).toBeUndefined();
  });
});

describe('thoughts in tags', () => {
  const settings = { form: 'tags', tag: 'ponder', thinkingTokens: 100 };
  it('are one reply under both budgets; the answer stands behind the closing tag', async () => {
    const { output, asked } = await solve('chain-of-thought', settings, () => '<ponder>A? No.</ponder> B');
    expect(asked).toHaveLength(1);
    expect(asked[0]?.settings).toMatchObject({ maxTokens: 132, stop: [] });
    expect(asked[0]?.messages.at(-1)?.content).toContain('</ponder>');
    expect(output.text).toBe('B');
    expect(output.unscored).toBeUndefined();
  });
  it.each([
    ['cut off inside the thoughts', { text: '<ponder>It is B', finish: 'length' as const }, 'truncated'],
    ['cut off without a tag', { text: 'It may be B', finish: 'length' as const }, 'truncated'],
    ['never closed', '<ponder>It is B', 'extraction-failed'],
  ])('are no answer when %s', async (_, reply, reason) => {
    const { output } = await solve('chain-of-thought', settings, () => reply);
    expect(output.unscored).toBe(reason);
    expect(output.trace?.[0]?.unclosed).toBe(true);
  });
  it('that were left out leave the reply as the answer', async () => {
    const { output } = await solve('chain-of-thought', settings, () => 'B');
    expect([output.text, output.unscored]).toEqual(['B', undefined]);
  });
  it('vote as one call a vote', async () => {
    const { asked } = await solve('self-consistency-chain-of-thought', { ...settings, votes: 2 }, () => 'B');
    expect(asked).toHaveLength(2);
    expect(solverById('self-consistency-chain-of-thought').calls(4, { ...settings, votes: 2 })).toBe(2);
  });
});

describe('composed solvers', () => {
  it('hand each part its own settings', async () => {
    const given = { shots: 2, heldOut: 4, thinkingTokens: 99 };
    const { asked } = await solve('few-shot-chain-of-thought', given);
    expect(asked[0]?.settings?.maxTokens).toBe(99);
    expect(asked[0]?.messages.filter(({ role }) => role === 'assistant')).toHaveLength(2);
    const inside = solverById('circular-few-shot-rank-choices');
    expect(inside.heldOut?.(6, { heldOut: 2 }).size).toBe(2);
    expect(inside.calls(5, {})).toBe(5);
  });
});

describe('stated confidence', () => {
  it('is asked after the answer, which it leaves alone', async () => {
    const { output, asked } = await solve('confidence-generate', {}, (turn) => (turn === 1 ? 'B' : '80'));
    expect(output).toMatchObject({ text: 'B', confidence: 0.8 });
    expect(asked[1]?.messages.slice(-2)[0]).toEqual({ role: 'assistant', content: 'B' });
    expect(scoreOutput(choice, tick, output).evidence).toMatchObject({ picked: 'B', stated: 0.8 });
  });
  it.each([
    ['80', 0.8],
    ['I am 95% sure.', 0.95],
    ['90/100', 0.9],
    ['90 out of 100', 0.9],
    ['<think>50?</think> 70', 0.7],
    ['0', 0],
    ['100', 1],
    ['between 60 and 80', null],
    ['150', null],
    ['0.8', null],
    ['-5', null],
    ['very sure', null],
    ['<think>50', null],
  ])('reads "%s" as %s', (reply, expected) => {
    expect(confidenceIn(reply)).toBe(expected);
  });
});

describe('what a run keeps of the settings', () => {
  const kept = (id: string, given: SolverSettings) => keptSettings(solverById(id).settings, given);
  it('is nothing for what older runs could not say, so that they can be continued', () => {
    expect(kept('rank-choices', {})).toBeNull();
    expect(kept('generate', { extractor: 'own' })).toBeNull();
    expect(kept('verify-choices', {})).toBeNull();
    expect(kept('chain-of-thought', {})).toEqual({ thinkingTokens: 512 });
  });
  it('is every value that decides an answer', () => {
    expect(kept('rank-choices', { normalisation: 'per-byte' })).toEqual({ normalisation: 'per-byte' });
    expect(kept('few-shot-rank-choices', { shots: 5 })).toEqual({ shots: 5, heldOut: 10, splitSeed: 1 });
  });
});

describe('settings from the command line', () => {
  const { settings: fields = {} } = solverById('self-consistency');
  it('are numbers where the solver wants numbers', () => {
    expect(settingFromText(fields, 'votes=7')).toEqual(['votes', 7]);
    expect(settingFromText(fields, 'extractor=boxed')).toEqual(['extractor', 'boxed']);
  });
  it.each(['votes', 'patience=3', '=3'])('"%s" is refused with what can be set', (text) => {
    expect(() => settingFromText(fields, text)).toThrow(/votes=2…101/u);
  });
  it('with a value out of range are refused by name', () => {
    const { settings } = solverById('self-consistency');
    expect(() => keptSettings(settings, Object.fromEntries([settingFromText(fields, 'votes=1')]))).toThrow(
      /^votes/u,
    );
    expect(() => keptSettings(settings, Object.fromEntries([settingFromText(fields, 'votes=many')]))).toThrow(
      /^votes/u,
    );
  });
});
