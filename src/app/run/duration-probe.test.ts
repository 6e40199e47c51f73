import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../storage/memory-store.ts';
import { aRequest, fakeApp } from '../testing/fake-app.ts';
import { extrapolate } from './duration-probe.ts';

const reading = { promptChars: 100, promptMs: 200, outputTokens: 50, outputMs: 1000 };

describe('the time a run will take', () => {
  it('grows with the prompts and with the number of samples', () => {
    expect(extrapolate([reading], [100]).seconds).toBeCloseTo(1.2);
    expect(extrapolate([reading], [300]).seconds).toBeCloseTo(1.6);
    expect(extrapolate([reading], [100, 100, 100]).seconds).toBeCloseTo(3.6);
  });

  it('has a range from the spread of the probed samples, and an assumed one around a single sample', () => {
    const slow = { ...reading, outputMs: 3000 };
    const two = extrapolate([reading, slow], [100, 100]);
    expect(two.lowSeconds).toBeCloseTo(2.4);
    expect(two.highSeconds).toBeCloseTo(6.4);
    expect(two.seconds).toBeCloseTo(4.4);
    const one = extrapolate([reading], [100]);
    expect(one.lowSeconds).toBeLessThan(one.seconds);
    expect(one.highSeconds).toBeGreaterThan(one.seconds);
  });

  it('is at least the probe itself for each sample when not one token came', () => {
    expect(extrapolate([], [100, 100])).toMatchObject({ seconds: 40, lowSeconds: 40, probedSamples: 0 });
  });

  it('says the speed of writing, or nothing where nothing is written', () => {
    expect(extrapolate([reading], [100]).tokensPerSecond).toBeCloseTo(50);
    expect(extrapolate([{ ...reading, outputTokens: 0, outputMs: 0 }], [100]).tokensPerSecond).toBeNull();
  });

  it('is found with real samples of the pack, whose answers are thrown away', async () => {
    const { queue, engine, store } = fakeApp({ store: createMemoryStore() });
    const estimate = await queue.estimate(aRequest(), new AbortController().signal);
    expect(estimate).toMatchObject({ probedSamples: 3, samples: 8 });
    expect(engine.asked).toHaveLength(3);
    expect(await store.usage()).toMatchObject({ runs: 0, records: 0 });
  });

  it('shares its loaded model with the run that follows', async () => {
    const { queue, engine, idle } = fakeApp({ store: createMemoryStore() });
    await queue.estimate(aRequest(), new AbortController().signal);
    await queue.start([aRequest()]);
    await idle();
    expect(engine.loads).toBe(1);
  });
});
