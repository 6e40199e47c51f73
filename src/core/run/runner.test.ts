import { describe, expect, it } from 'vitest';
import type {
  Ask,
  GenerateOutcome,
  GenerationSettings,
  PromptTemplate,
  RunRecord,
  Solver,
} from '../contracts.ts';
import { AppError, type PlainError } from '../errors.ts';
import type { Sample } from '../packs/pack.ts';
import { recordKey } from './record-key.ts';
import { missingSamples } from './runner-plan.ts';
import { runSamples, type RunnerEvent, type RunnerPorts } from './runner.ts';

const SAMPLES: readonly Sample[] = Array.from({ length: 6 }, (_, i) => ({
  id: `s${i}`,
  input: { messages: [{ role: 'user', content: `question ${i}` }] },
}));
const ALL = SAMPLES.map((_, index) => ({ index, repeat: 0 }));
const generation: GenerationSettings = { maxTokens: 8, temperature: 0, topK: 0, seed: 7, stop: [] };

const prompt: PromptTemplate = {
  id: 'test',
  version: '1',
  title: 'Test',
  template: '{messages}',
  render: (sample) => ('messages' in sample.input ? sample.input.messages : []),
};

const solver: Solver = {
  id: 'generate',
  version: '1',
  title: 'Generate',
  description: 'Writes.',
  group: 'plain',
  needs: 'generate',
  calls: () => 1,
  solve: async (sample, context) => {
    const messages = context.prompt.render(sample);
    return { ...(await context.ask.generate(messages, context.generation)), messages };
  },
};

/** Answers "seed/question"; `script` may throw or change the outcome for a question. */
function scriptedAsk(script: (question: string) => Partial<GenerateOutcome> = () => ({})): Ask {
  return {
    generate: async (messages, settings) => {
      const question = messages[0]?.content ?? '';
      return {
        text: `${settings.seed}/${question}`,
        finish: 'stop',
        usage: { promptTokens: 2, outputTokens: 3 },
        timings: { firstTokenMs: 1, totalMs: 2, tokensPerSecond: 3 },
        prompt: { text: question, tokenCount: 2, tokenIdsSha256: '', firstTokenIds: [], warnings: [] },
        ...script(question),
      };
    },
    logprobs: () => Promise.reject(new AppError('runtime/unsupported-operation', 'no')),
  };
}

function bench(change: Partial<RunnerPorts> = {}) {
  const records: RunRecord[] = [];
  const events: RunnerEvent[] = [];
  const renewals: PlainError[] = [];
  const ports: RunnerPorts = {
    ask: scriptedAsk(),
    commit: async (record) => void records.push(record),
    renewEngine: async (because) => {
      renewals.push(because);
      return ports.ask;
    },
    now: () => '2026-11-20T10:00:00.000Z',
    isCancelled: () => false,
    emit: (event) => void events.push(event),
    ...change,
  };
  const run = (plan = missingSamples(ALL, SAMPLES, new Set())) =>
    runSamples({ plan, solver, prompt, generation }, ports);
  return { records, events, renewals, ports, run };
}

const failing = (...questions: number[]) =>
  scriptedAsk((question) => {
    if (questions.some((i) => question === `question ${i}`)) throw new AppError('runtime/failed', 'boom');
    return {};
  });

describe('run loop', () => {
  it('answers every sample in order and commits each before the next starts', async () => {
    const { records, events, run } = bench();
    expect(await run()).toEqual({ kind: 'finished', committed: 6, failed: 0 });
    expect(records.map((record) => [record.index, record.id, record.output])).toEqual(
      SAMPLES.map((sample, i) => [i, sample.id, `7/question ${i}`]),
    );
    expect(events.map((event) => event.kind)).toEqual(SAMPLES.flatMap(() => ['sample-started', 'committed']));
  });

  it('waits for the commit before it asks the model again', async () => {
    let asked = 0;
    let releaseCommit = () => {};
    const { run } = bench({
      ask: scriptedAsk(() => {
        asked += 1;
        return {};
      }),
      commit: () => new Promise((resolve) => (releaseCommit = resolve)),
    });
    const running = run(missingSamples(ALL.slice(0, 2), SAMPLES, new Set()));
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(asked).toBe(1);
    releaseCommit();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(asked).toBe(2);
    releaseCommit();
    await running;
  });

  it.each([0, 1, 3, 5, 6])(
    'resumed after %i records gives the records of an unbroken run',
    async (killedAfter) => {
      const unbroken = bench();
      await unbroken.run();
      const committed = unbroken.records.slice(0, killedAfter);
      const resumed = bench();
      await resumed.run(missingSamples(ALL, SAMPLES, new Set(committed.map(recordKey))));
      expect(resumed.records).toHaveLength(6 - killedAfter);
      expect([...committed, ...resumed.records]).toEqual(unbroken.records);
    },
  );

  it('draws each repeat with its own seed, the same one when resumed', async () => {
    const thrice = [0, 1, 2].map((repeat) => ({ index: 4, repeat }));
    const { records, run } = bench();
    await run(missingSamples(thrice, SAMPLES, new Set(['4#1'])));
    expect(records.map((each) => [each.repeat, each.output])).toEqual([
      [0, '7/question 4'],
      [2, '9/question 4'],
    ]);
  });

  it('records a prompt that does not fit as unscored, without an error and without a new engine', async () => {
    const counts = { promptTokens: 2000, newTokens: 640, contextTokens: 2048 };
    const { records, renewals, run } = bench({
      ask: scriptedAsk((question) => {
        if (question !== 'question 1') return {};
        throw new AppError('model/too-long', 'too long', counts);
      }),
    });
    expect(await run()).toEqual({ kind: 'finished', committed: 6, failed: 0 });
    expect(records[1]).toMatchObject({ output: null, unscored: 'prompt-too-long', tooLong: counts });
    expect(records[1]).not.toHaveProperty('error');
    expect(records[1]?.messages).toEqual([{ role: 'user', content: 'question 1' }]);
    expect(renewals).toEqual([]);
  });

  it('does not pause over many prompts that do not fit', async () => {
    const { run } = bench({
      ask: scriptedAsk(() => {
        throw new AppError('model/too-long', 'too long');
      }),
    });
    expect(await run()).toMatchObject({ kind: 'finished', committed: 6, failed: 0 });
  });

  it('records a failed sample with its error, renews the engine and goes on', async () => {
    const { records, renewals, run } = bench({ ask: failing(1, 2) });
    expect(await run()).toEqual({ kind: 'finished', committed: 6, failed: 2 });
    expect(records[1]).toMatchObject({
      output: null,
      unscored: 'sample-failed',
      error: { code: 'runtime/failed' },
    });
    expect(records[3]?.output).toBe('7/question 3');
    expect(renewals).toHaveLength(2);
  });

  it('pauses with the error after three failures one after the other', async () => {
    const { records, run } = bench({ ask: failing(1, 2, 3) });
    expect(await run()).toEqual({
      kind: 'paused',
      committed: 4,
      failed: 3,
      error: { code: 'runtime/failed', message: 'boom', details: {} },
    });
    expect(records).toHaveLength(4);
  });

  it('does not pause over three failures with a success between them', async () => {
    const { run } = bench({ ask: failing(0, 1, 3) });
    expect(await run()).toMatchObject({ kind: 'finished', failed: 3 });
  });

  it('pauses when no new engine can be had', async () => {
    const { run } = bench({
      ask: failing(1),
      renewEngine: () => Promise.reject(new AppError('runtime/webgpu-unavailable', 'gone')),
    });
    expect(await run()).toMatchObject({ kind: 'paused', error: { code: 'runtime/webgpu-unavailable' } });
  });

  it('pauses when a record cannot be stored, without counting it', async () => {
    const { run } = bench({
      commit: async (record) => {
        if (record.index === 2) throw new AppError('storage/quota', 'full');
      },
    });
    expect(await run()).toMatchObject({ kind: 'paused', committed: 2, error: { code: 'storage/quota' } });
  });

  it.each<[string, Ask]>([
    [
      'ends as cancelled',
      scriptedAsk((question) => (question === 'question 2' ? { finish: 'cancelled' } : {})),
    ],
    [
      'throws cancelled',
      scriptedAsk((question) => {
        if (question === 'question 2') throw new AppError('runtime/cancelled', 'cancelled');
        return {};
      }),
    ],
  ])('keeps committed records and writes nothing for a sample that %s', async (_name, ask) => {
    const { records, run } = bench({ ask });
    expect(await run()).toEqual({ kind: 'cancelled', committed: 2, failed: 0 });
    expect(records.map((record) => record.index)).toEqual([0, 1]);
  });

  it('writes nothing for a sample that finished after cancelling', async () => {
    let cancelled = false;
    const { records, run } = bench({
      ask: scriptedAsk((question) => {
        cancelled = question === 'question 3';
        return {};
      }),
      isCancelled: () => cancelled,
    });
    expect(await run()).toMatchObject({ kind: 'cancelled', committed: 3 });
    expect(records).toHaveLength(3);
  });
});
