import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { createBrowserStore } from '../../storage/browser-store.ts';
import { createChosenServers } from '../../storage/model-files/chosen-servers.ts';
import { createServerModels } from '../models/server-models.ts';
import { aRequest, fakeApp, testPack } from '../testing/fake-app.ts';
import { probeDuration } from './duration-probe.ts';

const SERVER = 'https://llm.hospital.example';
const servers = createServerModels({
  allowed: [SERVER],
  chosen: createChosenServers(null),
  servedModels: async () => ['ward-model'],
  isStrict: async () => false,
  changed: () => undefined,
});
let stores = 0;
const store = () => createBrowserStore(`send-agreement-${(stores += 1)}`);

/** An app with the server's model, and the pack either bundled or stored here as a person's own. */
async function app(bundled: boolean) {
  const entry = await servers.add(SERVER, 'ward-model');
  const choice = servers.get(entry.id);
  if (choice === null) throw new Error('the server is not listed');
  const made = fakeApp({ store: store(), model: choice, bundled: bundled ? [testPack] : [] });
  if (!bundled) await made.packs.add(testPack);
  const request = (sendTo?: string) =>
    aRequest({
      modelId: entry.id,
      dtype: 'as served',
      device: 'server',
      ...(sendTo === undefined ? {} : { sendTo }),
    });
  return { ...made, request };
}

describe('the text of a pack of one’s own', () => {
  it.each([undefined, 'https://elsewhere.example', ''])(
    'is not sent to a server without an agreement that names it (%s)',
    async (sendTo) => {
      const { queue, idle, engine, request, store: kept } = await app(false);
      await queue.start([request(sendTo)]);
      expect(await idle()).toMatchObject({ phase: 'failed', error: { code: 'server/not-agreed' } });
      expect(engine.asked).toEqual([]);
      expect(engine.loads).toBe(0);
      expect(await kept.listRuns()).toEqual([]);
    },
  );

  it('is not sent by the estimate of time either', async () => {
    const { runDeps, request, engine } = await app(false);
    const probing = probeDuration(runDeps, request(), new AbortController().signal, () => 0);
    await expect(probing).rejects.toMatchObject({ code: 'server/not-agreed' });
    expect(engine.asked).toEqual([]);
  });

  it('is sent after it, and the run says where and since when', async () => {
    const { queue, idle, request, store: kept } = await app(false);
    await queue.start([request(SERVER)]);
    expect(await idle()).toMatchObject({ phase: 'finished', done: 8 });
    const [run] = await kept.listRuns();
    expect(run?.header.sentTo).toEqual({ origin: SERVER, agreedAt: run?.header.createdAt });
    expect(run?.header.model).toMatchObject({ source: 'server', title: 'ward-model, not on this device' });
    expect(run?.header.runtime).toMatchObject({
      device: 'server',
      server: { origin: SERVER, model: 'ward-model' },
    });
  });

  it('of a pack that comes with the page needs none, and the run says that', async () => {
    const { queue, idle, request, store: kept } = await app(true);
    await queue.start([request()]);
    expect(await idle()).toMatchObject({ phase: 'finished' });
    const [run] = await kept.listRuns();
    expect(run?.header.sentTo).toEqual({ origin: SERVER, agreedAt: null });
  });
});

describe('the models on servers', () => {
  it('are none of a server that the build no longer names', async () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    };
    const made = (allowed: readonly string[], isStrict = false) =>
      createServerModels({
        allowed,
        chosen: createChosenServers(storage),
        servedModels: async () => ['a'],
        isStrict: async () => isStrict,
        changed: () => undefined,
      });
    const entry = await made([SERVER]).add(SERVER, 'a');
    expect(made([SERVER]).list()).toEqual([entry]);
    expect(made([]).list()).toEqual([]);
    expect(made([]).get(entry.id)).toBeNull();
    await expect(made([]).add(SERVER, 'a')).rejects.toMatchObject({ code: 'server/not-permitted' });
    await expect(made([]).ask(SERVER, '')).rejects.toMatchObject({ code: 'server/not-permitted' });
    await expect(made([SERVER], true).ask(SERVER, '')).rejects.toMatchObject({
      code: 'server/not-permitted',
    });
    const keyed = made([SERVER]);
    await keyed.ask(SERVER, 'secret');
    expect(keyed.get(entry.id)?.location).toMatchObject({ key: 'secret' });
    expect([...kept.values()].join()).not.toContain('secret');
    const forgotten = keyed.forget(entry.id);
    expect(keyed.list()).toEqual([]);
    expect(kept.size).toBe(0);
    expect(await forgotten?.undo()).toEqual(entry);
    kept.set('bedside-servers', '[{"origin":7}]');
    expect(made([SERVER]).list()).toEqual([]);
  });
});
