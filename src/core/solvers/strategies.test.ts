/** Solvers that ask more than once, over a scripted model: what they ask, what they keep, and how they end. */
import { describe, expect, it } from 'vitest';
import type {
  Ask,
  ContinuationScore,
  GenerationSettings,
  Solver,
  SolverContext,
  SolverSettings,
} from '../contracts.ts';
import { AppError } from '../errors.ts';
import type { Message, Sample } from '../packs/pack.ts';
import { mcqLetter } from '../prompts/mcq-letter.ts';
import { soapNote } from '../prompts/soap-note.ts';
import { circular as circularScorer } from '../scorers/circular.ts';
import { choice as choiceScorer } from '../scorers/choice.ts';
import { bm25Scores } from './bm25.ts';
import { rotations } from './circular.ts';
import { SOLVERS, solverById } from './registry.ts';
import { settingsOf } from './setting-fields.ts';

const generation: GenerationSettings = { maxTokens: 32, temperature: 0, topK: 0, seed: 7, stop: ['\n\n'] };
const timings = { firstTokenMs: 2, totalMs: 10, tokensPerSecond: 40 };

interface Asked {
  readonly messages: readonly Message[];
  readonly settings?: GenerationSettings;
  readonly continuations?: readonly string[];
}

interface Script {
  write?(asked: Asked, turn: number): string | Error | { text: string; finish: 'length' | 'cancelled' };
  rank?(asked: Asked, continuation: string): number;
}

function scripted(script: Script): Ask & { readonly asked: Asked[] } {
  const asked: Asked[] = [];
  const promptOf = (messages: readonly Message[]) => {
    const text = messages.map(({ content }) => content).join('\n');
    return { text, tokenCount: 5, tokenIdsSha256: 'a'.repeat(64), firstTokenIds: [1], warnings: [] };
  };
  return {
    asked,
    generate: async (messages, settings) => {
      const turn = asked.push({ messages, settings });
      const wrote = script.write?.({ messages, settings }, turn) ?? '';
      if (wrote instanceof Error) throw wrote;
      const outcome = typeof wrote === 'string' ? { text: wrote, finish: 'stop' as const } : wrote;
      return { ...outcome, usage: { promptTokens: 5, outputTokens: 2 }, timings, prompt: promptOf(messages) };
    },
    logprobs: async (messages, continuations) => {
      asked.push({ messages, continuations });
      const scores = continuations.map((continuation): ContinuationScore => ({
        perToken: [script.rank?.({ messages, continuations }, continuation) ?? -1],
        isGreedy: false,
      }));
      return { prompt: promptOf(messages), scores, timings };
    },
  };
}

const question = (id: string, text: string, answer = 'B', more: Partial<Sample> = {}): Sample => ({
  id,
  input: { messages: [{ role: 'user', content: text }] },
  choices: [
    { id: 'A', text: 'ramipril' },
    { id: 'B', text: 'doxycycline' },
    { id: 'C', text: 'cetirizine' },
  ],
  answer,
  ...more,
});
const tick = question('q', 'Which drug treats early Lyme disease?');

const solve = (id: string, sample: Sample, script: Script, more: Partial<SolverContext> = {}) => {
  const ask = scripted(script);
  return { ask, output: solverById(id).solve(sample, { ask, prompt: mcqLetter, generation, ...more }) };
};

/** A model that knows the drug, wherever it stands. */
const knows = (asked: Asked): string =>
  /^(\w)\. doxycycline$/mu.exec(asked.messages.at(-1)?.content ?? '')?.[1] ?? 'A';

describe('chain-of-thought', () => {
  it('thinks under its own budget without stop strings, then answers from the thoughts', async () => {
    const { ask, output } = solve(
      'chain-of-thought',
      tick,
      { write: (_, turn) => (turn === 1 ? 'A tick, so B?' : 'B') },
      { settings: { thinkingTokens: 100 } },
    );
    const given = await output;
    expect(ask.asked[0]?.settings).toMatchObject({ maxTokens: 100, stop: [] });
    expect(ask.asked[1]?.settings).toEqual(generation);
    expect(ask.asked[1]?.messages.map(({ role }) => role)).toEqual(['user', 'user', 'assistant', 'user']);
    expect(given.text).toBe('B');
    expect(given.trace?.map(({ label, text, unclosed }) => [label, text, unclosed])).toEqual([
      ['thoughts', 'A tick, so B?', undefined],
      ['answer', 'B', undefined],
    ]);
    expect(given.usage).toEqual({ promptTokens: 10, outputTokens: 4 });
    expect(given.timings).toEqual({ firstTokenMs: 2, totalMs: 20, tokensPerSecond: null });
  });

  it.each([
    ['cut off', { text: 'A tick', finish: 'length' as const }],
    ['in an open tag', '<think>a tick'],
  ])('flags thoughts that are %s', async (_, thought) => {
    const { output } = solve('chain-of-thought', tick, { write: (__, turn) => (turn === 1 ? thought : 'B') });
    expect((await output).trace?.[0]?.unclosed).toBe(true);
  });
});

describe('self-consistency', () => {
  it('draws with seeds of its own and answers with the most frequent choice', async () => {
    const votes = ['B', 'A', 'The answer is B.', 'no idea', 'B'];
    const { ask, output } = solve('self-consistency', tick, { write: (_, turn) => votes[turn - 1] ?? '' });
    const given = await output;
    expect(given.text).toBe('B');
    expect(given.unscored).toBeUndefined();
    expect(given.trace?.map(({ picked }) => picked)).toEqual(['B', 'A', 'B', null, 'B']);
    const seeds = ask.asked.map(({ settings }) => settings?.seed);
    expect(given.trace?.map(({ seed }) => seed)).toEqual(seeds);
    expect(new Set(seeds).size).toBe(5);
    expect(ask.asked.every(({ settings }) => settings?.temperature === 0.7)).toBe(true);
  });

  it.each([
    [['A', 'B'], 'ambiguous-answer'],
    [['hm', 'well'], 'extraction-failed'],
  ])('leaves %j unscored', async (votes, reason) => {
    const { output } = solve(
      'self-consistency',
      tick,
      { write: (_, turn) => votes[turn - 1] ?? '' },
      { settings: { votes: 2 } },
    );
    expect((await output).unscored).toBe(reason);
  });
});

describe('shuffled choices', () => {
  it('shows the same order for the same seed and tells the pick as the original id', async () => {
    const one = solve('shuffled-generate', tick, { write: knows });
    const two = solve('shuffled-generate', tick, { write: knows });
    expect((await one.output).text).toBe('B');
    expect((await one.output).trace?.[0]?.order).toEqual((await two.output).trace?.[0]?.order);
    const orders = await Promise.all(
      Array.from({ length: 20 }, async (_, seed) => {
        const { output } = solve(
          'shuffled-generate',
          tick,
          { write: knows },
          { generation: { ...generation, seed } },
        );
        expect((await output).text).toBe('B');
        return (await output).trace?.[0]?.order?.join('');
      }),
    );
    expect(new Set(orders).size).toBeGreaterThan(3);
  });

  it('gives likelihoods under the original ids', async () => {
    const { output } = solve('shuffled-rank-choices', tick, {
      rank: (asked, letter) => (knows(asked) === letter ? -0.1 : -3),
    });
    const given = await output;
    expect(given.text).toBe('B');
    expect(given.choiceScores?.find(({ id }) => id === 'B')?.logLikelihood).toBe(-0.1);
    expect(choiceScorer.score(tick, given).scores['accuracy']).toEqual({ state: 'scored', value: 1 });
  });

  it('keeps an unread reply apart: its letter would mean another choice', async () => {
    const { output } = solve('shuffled-generate', tick, { write: () => 'A or B' });
    expect(await output).toMatchObject({ unscored: 'ambiguous-answer' });
  });
});

describe('circular', () => {
  const valueOf = (card: ReturnType<typeof circularScorer.score>, id: string) => {
    const score = card.scores[id];
    return score?.state === 'scored' ? score.value : score?.reason;
  };
  const measured = async (write: (asked: Asked, turn: number) => string) => {
    const { ask, output } = solve('circular-generate', tick, { write });
    const given = await output;
    return { ask, given, card: circularScorer.score(tick, given) };
  };

  it('has the n rotations of OpenCompass', () => {
    // Texts shown under A B C D for the patterns ABCD, BCDA, CDAB, DABC.
    expect(rotations(4)).toEqual([
      [0, 1, 2, 3],
      [3, 0, 1, 2],
      [2, 3, 0, 1],
      [1, 2, 3, 0],
    ]);
  });

  it('is right throughout for a model that knows, and right once for one that likes a letter', async () => {
    const knowing = await measured(knows);
    expect(knowing.ask.asked).toHaveLength(3);
    expect(
      ['perf', 'acc-origin', 'acc-circular', 'more-1', 'more-2', 'more-3'].map((id) =>
        valueOf(knowing.card, id),
      ),
    ).toEqual([1, 1, 1, 1, 1, 'not-applicable']);
    const biased = await measured(() => 'B');
    expect(
      ['perf', 'acc-origin', 'acc-circular', 'more-1', 'more-2'].map((id) => valueOf(biased.card, id)),
    ).toEqual([0, 1, 1 / 3, 1, 0]);
    expect(choiceScorer.score(tick, biased.given).scores['accuracy']).toEqual({ state: 'scored', value: 1 });
  });

  it('leaves unscored what an unread rotation decides, and nothing else', async () => {
    const { card } = await measured((asked, turn) => (turn === 2 ? 'hm' : knows(asked)));
    expect(['perf', 'acc-origin', 'acc-circular', 'more-1', 'more-2'].map((id) => valueOf(card, id))).toEqual(
      ['extraction-failed', 1, 'extraction-failed', 1, 1],
    );
  });
});

describe('controls and checks', () => {
  it('options-only shows choices and nothing of the question or its documents', async () => {
    const { ask, output } = solve(
      'options-only-rank-choices',
      { ...tick, documents: [{ id: 'd', text: 'a tick bite' }] },
      {},
    );
    await output;
    const shown = ask.asked[0]?.messages.map(({ content }) => content).join('\n') ?? '';
    expect(shown).toContain('B. doxycycline');
    expect(shown).not.toMatch(/Lyme|tick/u);
  });

  it('verify-choices asks about each choice alone and ranks by the yes', async () => {
    const { ask, output } = solve('verify-choices', tick, {
      rank: ({ messages }, word) =>
        (messages[0]?.content.includes('doxycycline') ?? false) === (word === 'yes') ? -0.2 : -2,
    });
    const given = await output;
    expect(given.text).toBe('B');
    expect(ask.asked).toHaveLength(3);
    expect(ask.asked[0]?.messages[0]?.content).not.toContain('doxycycline');
    // log(e^-0.2 / (e^-0.2 + e^-2))
    expect(given.choiceScores?.[1]?.logLikelihood).toBeCloseTo(-0.1529776, 6);
  });

  it('rank-choices-unconditional subtracts what the words are worth without the question', async () => {
    const { output } = solve('rank-choices-unconditional', tick, {
      rank: ({ messages }, letter) => {
        const bare = messages[0]?.content === 'Answer:';
        return bare ? (letter === 'A' ? -0.1 : -3) : letter === 'A' ? -0.5 : letter === 'B' ? -1 : -5;
      },
    });
    const given = await output;
    const { scores, evidence } = choiceScorer.score(tick, given);
    expect(given.text).toBe('A');
    expect([scores['accuracy'], scores['accuracy-unconditional']]).toEqual([
      { state: 'scored', value: 0 },
      { state: 'scored', value: 1 },
    ]);
    expect(given.trace).toHaveLength(2);
    const shares = evidence?.kind === 'choice' ? (evidence.probabilities ?? []) : [];
    expect(shares.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 12);
    expect(shares[0]?.probability).toBeCloseTo(0.618185, 5);
  });

  it('self-refine writes, criticises and rewrites', async () => {
    const visit: Sample = { id: 'v', input: { turns: [{ line: 1, speaker: 'doctor', text: 'Any cough?' }] } };
    const words = ['draft', 'the denial is missing', 'better'];
    const { ask, output } = solve(
      'self-refine',
      visit,
      { write: (_, turn) => words[turn - 1] ?? '' },
      { prompt: soapNote },
    );
    const given = await output;
    expect(given.text).toBe('better');
    expect(given.trace?.map(({ label }) => label)).toEqual(['draft', 'critique 1', 'revision 1']);
    expect(ask.asked[2]?.messages.some(({ content }) => content === 'the denial is missing')).toBe(true);
  });
});

describe('few-shot', () => {
  const pool = Array.from({ length: 30 }, (_, index) =>
    question(
      `s${index}`,
      `Question ${index} about ${index % 2 === 0 ? 'ticks and Lyme disease' : 'blood pressure'}`,
      'A',
    ),
  );
  const settings: SolverSettings = { shots: 2, heldOut: 10, splitSeed: 3 };
  const heldOut = (solver: Solver) => [...(solver.heldOut?.(pool.length, settings) ?? [])];

  it('shows held-out samples only, the same for all, each with its answer', async () => {
    const kept = heldOut(solverById('few-shot-generate'));
    expect(kept).toHaveLength(10);
    const { ask, output } = solve('few-shot-generate', tick, { write: knows }, { pool, settings });
    expect((await output).text).toBe('B');
    const messages = ask.asked[0]?.messages ?? [];
    expect(messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'user', 'assistant', 'user']);
    expect(messages[1]?.content).toBe('A');
    const shown = pool.filter((sample) =>
      messages.some(({ content }) =>
        content.includes(`${(sample.input as { messages: Message[] }).messages[0]?.content}\n`),
      ),
    );
    expect(shown).toHaveLength(2);
    for (const sample of shown) expect(kept).toContain(pool.indexOf(sample));
  });

  it('shows the most similar ones nearest to the question', async () => {
    const { ask, output } = solve('nearest-shot-rank-choices', tick, {}, { pool, settings });
    await output;
    const examples = ask.asked[0]?.messages.filter(({ role }) => role === 'user').slice(0, 2) ?? [];
    expect(examples.every(({ content }) => content.includes('Lyme'))).toBe(true);
  });

  it('never shows another question of the same patient, nor the question itself', async () => {
    const patient = pool.map((sample) => ({ ...sample, cluster: 'one' }));
    const { output } = solve(
      'few-shot-generate',
      { ...tick, cluster: 'one' },
      {},
      { pool: patient, settings },
    );
    await expect(output).rejects.toMatchObject({ code: 'input/option' });
  });

  it('refuses to keep back everything', () => {
    expect(() => solverById('few-shot-generate').heldOut?.(5, settings)).toThrow(AppError);
  });
});

describe('BM25', () => {
  it('gives the scores of the formula worked by hand', () => {
    // N = 2, mean length 3; "fever" stands in one: idf = ln(1 + 1.5 / 1.5) = ln 2.
    const [first, second] = bm25Scores('fever', ['fever and cough', 'no pain today']);
    expect(first).toBeCloseTo((Math.LN2 * 1 * 2.2) / (1 + 1.2), 12);
    expect(second).toBe(0);
  });

  it('finds words of scripts without blanks, and nothing in nothing', () => {
    const scores = bm25Scores('肺栓塞', ['患者有肺栓塞', '血压正常']);
    expect(scores[0]).toBeGreaterThan(scores[1] ?? 1);
    expect(bm25Scores('x', [])).toEqual([]);
    expect(bm25Scores('x', ['', ''])).toEqual([0, 0]);
  });
});

describe('every solver', () => {
  const pool = Array.from({ length: 30 }, (_, index) => question(`s${index}`, `Question ${index}`));

  it.each(SOLVERS.map((solver) => ({ id: solver.id, solver })))(
    '$id: an error of the model is an error of the sample, a cancelled call ends it',
    async ({ solver }) => {
      const failing = scripted({ write: () => new AppError('runtime/failed', 'lost') });
      failing.logprobs = async () => {
        throw new AppError('runtime/failed', 'lost');
      };
      const context = { prompt: mcqLetter, generation, pool };
      await expect(solver.solve(tick, { ...context, ask: failing })).rejects.toMatchObject({
        code: 'runtime/failed',
      });
      if (solver.needs === 'logprobs') return;
      const cancelled = scripted({ write: () => ({ text: 'B', finish: 'cancelled' }) });
      const ended = await solver.solve(tick, { ...context, ask: cancelled }).then(
        ({ finish }) => finish,
        (thrown: unknown) => (thrown instanceof AppError ? thrown.code : thrown),
      );
      expect(['cancelled', 'runtime/cancelled']).toContain(ended);
      expect(cancelled.asked).toHaveLength(1);
    },
  );

  it.each(SOLVERS.map((solver) => ({ id: solver.id, solver })))(
    '$id: makes as many calls as it says it will',
    async ({ solver }) => {
      const ask = scripted({ write: () => 'B' });
      await solver.solve(tick, { ask, prompt: mcqLetter, generation, pool });
      expect(ask.asked).toHaveLength(solver.calls(3, {}));
    },
  );

  it.each(
    SOLVERS.filter(({ settings }) => settings !== undefined).map((solver) => ({ id: solver.id, solver })),
  )(
    '$id: says every setting in words, with a value that it accepts, and refuses what it does not know',
    ({ solver }) => {
      const fields = solver.settings ?? {};
      for (const [key, field] of Object.entries(fields)) {
        expect(field.label, key).not.toBe('');
        expect(field.hint, key).toMatch(/\.$/u);
      }
      expect(settingsOf(fields)).toEqual(
        Object.fromEntries(Object.entries(fields).map(([key, { initial }]) => [key, initial])),
      );
      expect(() => settingsOf(fields, { patience: 3 })).toThrow(AppError);
    },
  );
});
