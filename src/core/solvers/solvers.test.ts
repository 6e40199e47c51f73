import { describe, expect, it } from 'vitest';
import type { Ask, GenerationSettings, RenderedPrompt, Timings } from '../contracts.ts';
import { AppError } from '../errors.ts';
import type { Message, Sample } from '../packs/pack.ts';
import { mcqLetter } from '../prompts/mcq-letter.ts';
import { plain } from '../prompts/plain.ts';
import { soapNote } from '../prompts/soap-note.ts';
import { SOLVERS, solverById } from './registry.ts';

const generation: GenerationSettings = { maxTokens: 64, temperature: 0, topK: 0, seed: 7, stop: [] };
const timings: Timings = { firstTokenMs: 3, totalMs: 9, tokensPerSecond: 50 };

/** A model in memory: the notes what it was asked and answers from two functions. */
class MemoryAsk implements Ask {
  readonly asked: {
    messages: readonly Message[];
    continuations?: readonly string[];
    settings?: GenerationSettings;
  }[] = [];
  readonly #scoreOf: (continuation: string) => readonly number[];

  constructor(scoreOf: (continuation: string) => readonly number[] = () => [-1]) {
    this.#scoreOf = scoreOf;
  }

  #prompt(messages: readonly Message[]): RenderedPrompt {
    const text = messages.map((message) => message.content).join('\n');
    return {
      text,
      tokenCount: text.length,
      tokenIdsSha256: '0'.repeat(64),
      firstTokenIds: [1],
      warnings: [],
    };
  }

  generate: Ask['generate'] = async (messages, settings) => {
    this.asked.push({ messages, settings });
    const prompt = this.#prompt(messages);
    return {
      text: 'Subjective: cough.',
      finish: 'stop',
      usage: { promptTokens: prompt.tokenCount, outputTokens: 4 },
      timings,
      prompt,
    };
  };

  logprobs: Ask['logprobs'] = async (messages, continuations) => {
    this.asked.push({ messages, continuations });
    return {
      prompt: this.#prompt(messages),
      scores: continuations.map((continuation) => ({
        perToken: this.#scoreOf(continuation),
        isGreedy: false,
      })),
      timings,
    };
  };
}

const visit: Sample = {
  id: 'v1',
  input: {
    turns: [
      { line: 1, speaker: 'doctor', text: 'What brings you in?' },
      { line: 2, speaker: 'patient', text: 'A cough.' },
    ],
  },
};
const question: Sample = {
  id: 'q1',
  input: { messages: [{ role: 'user', content: 'Which drug lowers blood pressure?' }] },
  choices: [
    { id: 'A', text: 'ramipril' },
    { id: 'B', text: 'naïve 🩺' },
    { id: 'C', text: 'cetirizine' },
  ],
  answer: 'A',
};

describe('generate', () => {
  it('asks with the rendered prompt and keeps text, finish, usage, timings and messages', async () => {
    const ask = new MemoryAsk();
    const output = await solverById('generate').solve(visit, { ask, prompt: soapNote, generation });
    expect(ask.asked).toEqual([{ messages: soapNote.render(visit), settings: generation }]);
    expect(output).toMatchObject({
      text: 'Subjective: cough.',
      finish: 'stop',
      timings,
      usage: { outputTokens: 4 },
    });
    expect(output.messages).toEqual(soapNote.render(visit));
    expect(output.choiceScores).toBeUndefined();
  });
});

describe('rank-choices', () => {
  it('scores the letters of a letter prompt and answers with the most likely one', async () => {
    const ask = new MemoryAsk((continuation) => ({ A: [-2], B: [-0.5], C: [-3] })[continuation] ?? [-99]);
    const output = await solverById('rank-choices').solve(question, { ask, prompt: mcqLetter, generation });
    expect(ask.asked[0]?.continuations).toEqual(['A', 'B', 'C']);
    expect(output.text).toBe('B');
    expect(output.usage).toEqual({ promptTokens: output.prompt.tokenCount, outputTokens: 0 });
    expect(output.choiceScores?.[1]).toEqual({
      id: 'B',
      logLikelihood: -0.5,
      tokens: 1,
      chars: 1,
      bytes: 1,
      isGreedy: false,
    });
  });

  it('scores the texts when the prompt does not ask for a letter, summing over tokens and counting characters and bytes', async () => {
    const ask = new MemoryAsk((continuation) => (continuation === 'ramipril' ? [-0.25, -0.5] : [-4]));
    const output = await solverById('rank-choices').solve(question, { ask, prompt: plain, generation });
    expect(ask.asked[0]?.continuations).toEqual(['ramipril', 'naïve 🩺', 'cetirizine']);
    expect(output.text).toBe('A');
    expect(
      output.choiceScores?.map((score) => [score.logLikelihood, score.tokens, score.chars, score.bytes]),
    ).toEqual([
      [-0.75, 2, 8, 8],
      [-4, 1, 7, new TextEncoder().encode('naïve 🩺').length],
      [-4, 1, 10, 10],
    ]);
  });

  it('gives a tie to the first choice', async () => {
    const output = await solverById('rank-choices').solve(question, {
      ask: new MemoryAsk(),
      prompt: mcqLetter,
      generation,
    });
    expect(output.text).toBe('A');
  });

  it('refuses a sample without choices, naming it', async () => {
    const solving = solverById('rank-choices').solve(visit, {
      ask: new MemoryAsk(),
      prompt: mcqLetter,
      generation,
    });
    await expect(solving).rejects.toMatchObject({ code: 'input/option', details: { sample: 'v1' } });
  });
});

describe('the registry', () => {
  it('has unique ids and says which ids it knows when asked for another', () => {
    const ids = SOLVERS.map((solver) => solver.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(() => solverById('telepathy')).toThrow(AppError);
    try {
      solverById('telepathy');
    } catch (error) {
      expect(error).toMatchObject({ code: 'input/unknown-id', details: { known: ids } });
    }
  });
});
