import { describe, expect, it } from 'vitest';
import type { RunRecord } from '../../core/contracts.ts';
import { sealPack } from '../../core/packs/seal.ts';
import { createMemoryStore } from '../../storage/memory-store.ts';
import { createEncoderApi, type TokenEncoder } from '../../../workers/encoder-api.ts';
import type { WithEncoder } from '../scoring/encoder-client.ts';
import { aRequest, fakeApp, scriptedEngine, testPack } from '../testing/fake-app.ts';

/** A vector a letter: texts are alike that share letters. */
const encoder = (sha256: string): TokenEncoder => ({
  identity: { name: 'letters', dtype: 'q8', layer: 1, sha256, windowTokens: 100 },
  encode: (text) => {
    const ids = [...text.toLowerCase().matchAll(/[a-z]/gu)].map(([letter]) => letter.charCodeAt(0) - 97);
    const vectors = new Float32Array(ids.length * 26);
    ids.forEach((id, row) => (vectors[row * 26 + id] = 1));
    return Promise.resolve({ ids, content: ids.map(() => 1), vectors, dimensions: 26 });
  },
});
const withLetters =
  (sha256 = 'ab'.repeat(32)): WithEncoder =>
  (work) =>
    work(createEncoderApi(() => Promise.resolve(encoder(sha256))));

const TEXTS = ['aaab', 'ccd', 'aab', 'cd', 'abb', 'ddc', 'ab', 'dc'];
const { seal: _seal, ...plainPack } = testPack;
const pack = sealPack({
  ...plainPack,
  id: 'alike',
  samples: TEXTS.map((content, at) => ({
    id: `s${at}`,
    input: { messages: [{ role: 'user' as const, content }] },
    target: [`answer ${at}`],
  })),
});
const request = (settings: Record<string, string | number>) =>
  aRequest({
    packId: 'alike',
    solverId: 'nearest-shot-generate',
    solverSettings: { shots: 1, heldOut: 4, splitSeed: 3, ...settings },
  });
const ALIKE = { similarity: 'embeddings', encoder: 'scripted-model@none' };

async function run(settings: Record<string, string | number>, withEncoder = withLetters()) {
  const store = createMemoryStore();
  const engine = scriptedEngine(() => ({ text: 'x' }));
  const app = fakeApp({ store, engine, withEncoder });
  await app.packs.add(pack);
  await app.queue.start([request(settings)]);
  const live = await app.idle();
  const records: RunRecord[] = [];
  for await (const record of store.records(live.runId ?? '', () => undefined)) records.push(record);
  const stored = live.runId === null ? null : await store.getRun(live.runId);
  return { app, engine, live, records, header: stored?.header };
}

describe('examples alike in meaning', () => {
  it('come from what is kept back, are the nearest by the encoder, and the run names it', async () => {
    const { records, header, engine } = await run(ALIKE);
    const kept = records.filter(({ unscored }) => unscored === 'held-out').map(({ index }) => index);
    expect(kept).toHaveLength(4);
    const asked = records.filter(({ messages }) => messages.length > 0);
    expect(asked).toHaveLength(4);
    for (const { messages, index } of asked) {
      const [shown, , question] = messages.map(({ content }) => content);
      expect(question).toBe(TEXTS[index]);
      expect(kept).toContain(TEXTS.indexOf(shown ?? ''));
      // Questions of a and b are shown questions of a and b, those of c and d the others.
      expect(/[ab]/u.test(shown ?? '')).toBe(/[ab]/u.test(question ?? ''));
    }
    expect(engine.asked).toHaveLength(4);
    expect(header?.solver).toMatchObject({
      settings: ALIKE,
      encoder: { name: 'letters', dtype: 'q8', sha256: 'ab'.repeat(32) },
    });
  });

  it('are the same in every run, and another encoder is another setting', async () => {
    const [first, again] = [await run(ALIKE), await run(ALIKE)];
    expect(again.records.map(({ messages }) => messages)).toEqual(
      first.records.map(({ messages }) => messages),
    );
    expect(again.header?.settingsSha256).toBe(first.header?.settingsSha256);
    const other = await run(ALIKE, withLetters('cd'.repeat(32)));
    expect(other.header?.settingsSha256).not.toBe(first.header?.settingsSha256);
    expect(other.header?.solver.encoder?.sha256).toBe('cd'.repeat(32));
  });

  it('are refused without an encoder, before anything is stored', async () => {
    const { live, records, engine } = await run({ similarity: 'embeddings' });
    expect(live).toMatchObject({ phase: 'failed', error: { code: 'input/option' } });
    expect(live.error?.message).toMatch(/choose a text encoder/u);
    expect(records).toEqual([]);
    expect(engine.loads).toBe(0);
  });

  it('need none where words decide', async () => {
    const never: WithEncoder = () => Promise.reject(new Error('no encoder may be loaded'));
    const { header, live } = await run({}, never);
    expect(live.phase).toBe('finished');
    expect(header?.solver.encoder).toBeUndefined();
    expect(header?.solver.settings).not.toHaveProperty('similarity');
  });
});
