import { describe, expect, it } from 'vitest';
import { AppError } from '../../core/errors.ts';
import { hubVariants } from '../../core/models/hub-variants.ts';
import type { KeptModel } from '../../core/models/kept-model.ts';
import { hubOf } from '../../core/network/hub-hosts.ts';
import type { ModelShelf } from '../../storage/model-files/model-shelf.ts';
import type { DownloadEvent, HubApi } from '../../../workers/hub/hub-protocol.ts';
import type { HubOffer } from './download-state.ts';
import { createDownloads } from './downloads.ts';

const COMMIT = 'c'.repeat(40);
const file = (path: string, bytes: number) => ({ path, bytes, sha256: null, gitSha1: null });
const LISTED = [
  file('config.json', 10),
  file('tokenizer.json', 20),
  file('tokenizer_config.json', 10),
  file('onnx/model_q4.onnx', 100),
  file('onnx/model_int8.onnx', 200),
];
const LISTING = {
  repository: 'owner/Some-Model',
  revision: COMMIT,
  gated: false,
  licence: 'mit',
  licenceUrl: null,
  files: LISTED,
};

/** Manifests as the file system would keep them; what was "written" of each file is counted here. */
function shelfInMemory() {
  const models = new Map<string, KeptModel>();
  const bytes = new Map<string, Map<string, number>>();
  const shelf: ModelShelf = {
    list: async () => ({
      models: [...models.values()].map((model) => ({
        model,
        lastUsedAt: null,
        bytesHere: bytes.get(model.id) ?? new Map<string, number>(),
      })),
      unreadable: [],
    }),
    save: async (model) => void models.set(model.id, model),
    touch: async () => undefined,
    files: async () => [],
    eraseFile: async (id, path) => void bytes.get(id)?.delete(path),
    erase: async (id) => void (models.delete(id), bytes.delete(id)),
  };
  const write = (id: string, path: string, count: number) => {
    const files = bytes.get(id) ?? new Map<string, number>();
    bytes.set(id, files.set(path, count));
  };
  return { shelf, models, write };
}

type Download = HubApi['download'];

function setup(download: Download, withHub: <T>(work: () => Promise<T>) => Promise<T> = (work) => work()) {
  const memory = shelfInMemory();
  let stop: () => void = () => undefined;
  const stopped = new Promise<never>((_done, fail) => {
    stop = () => fail(new AppError('runtime/cancelled', 'stopped'));
  });
  stopped.catch(() => undefined);
  const api: HubApi = {
    listing: async () => LISTING,
    head: async () => null,
    config: async (url) => (url.endsWith('/config.json') ? { max_position_embeddings: 4096 } : null),
    download: (job, onEvent) => Promise.race([download(job, onEvent), stopped]),
    stop: async () => stop(),
  };
  let changes = 0;
  const downloads = createDownloads({
    hub: hubOf(undefined),
    shelf: memory.shelf,
    network: async () => ({ withHub }),
    withHubWorker: (work) => work(api),
    locks: null,
    now: () => new Date('2026-11-29T10:00:00Z'),
    monotonic: () => 0,
    takenIds: async () => new Set(['some-model']),
    freeBytes: async () => 1_000,
    persist: async () => undefined,
    changed: () => void (changes += 1),
  });
  return { ...memory, downloads, changes: () => changes };
}
const whole: Download = async (job, onEvent) => {
  for (const { path, bytes } of job.files) {
    const done: DownloadEvent = { kind: 'file', file: path, bytes: bytes ?? 0, sha256: 'a'.repeat(64) };
    onEvent(done);
  }
};
const never: Download = () => new Promise(() => undefined);
async function begin({ downloads }: ReturnType<typeof setup>, dtype = 'q4'): Promise<HubOffer> {
  const offer = await downloads.ask('owner/Some-Model');
  const variant = offer.variants.find((each) => each.dtype === dtype);
  if (variant === undefined) throw new Error('no such format');
  await downloads.start(offer, variant);
  return offer;
}

describe('downloads', () => {
  it('end with a model that names its commit, under an id of its own', async () => {
    const set = setup(whole);
    await begin(set);
    await expect.poll(() => set.downloads.getSnapshot()).toEqual([]);
    const [model] = [...set.models.values()];
    expect(model).toMatchObject({
      id: 'owner-some-model',
      source: { revision: COMMIT, host: 'https://huggingface.co' },
    });
    expect(model?.files.every(({ sha256 }) => sha256 !== null)).toBe(true);
    expect(set.changes()).toBe(1);
  });

  it('fetch only what another format of the same commit did not bring', async () => {
    const asked: string[][] = [];
    const set = setup(async (job, onEvent) => {
      asked.push(job.files.map(({ path }) => path));
      await whole(job, onEvent);
    });
    await begin(set);
    await begin(set, 'int8');
    await expect.poll(() => set.downloads.getSnapshot()).toEqual([]);
    expect(asked[1]).toEqual(['onnx/model_int8.onnx']);
    expect([...set.models.keys()]).toEqual(['owner-some-model']);
  });

  it('are paused with what is there, and stand in the list of the next visit', async () => {
    const set = setup(never);
    await begin(set);
    await expect.poll(() => set.downloads.getSnapshot()[0]?.phase).toBe('checking');
    set.write('owner-some-model', 'onnx/model_q4.onnx', 84);
    await set.downloads.pause('owner-some-model', 'q4');
    expect(set.downloads.getSnapshot()[0]).toMatchObject({ phase: 'paused', error: null });
    const next = createNextVisit(set.shelf);
    await next.look();
    expect(next.getSnapshot()[0]).toMatchObject({ phase: 'paused', doneBytes: 84, totalBytes: 140 });
  });

  it.each(['storage/quota', 'hub/unreachable', 'model/file-altered'] as const)(
    'that fail with %s say so and can be resumed',
    async (code) => {
      let calls = 0;
      const set = setup(async (job, onEvent) => {
        calls += 1;
        if (calls === 1) throw new AppError(code, 'as it happens');
        await whole(job, onEvent);
      });
      await begin(set);
      await expect.poll(() => set.downloads.getSnapshot()[0]?.phase).toBe('failed');
      expect(set.downloads.getSnapshot()[0]?.error?.code).toBe(code);
      await set.downloads.resume('owner-some-model', 'q4');
      await expect.poll(() => set.downloads.getSnapshot()).toEqual([]);
    },
  );

  it('that are cancelled leave nothing, and keep what another format needs', async () => {
    let calls = 0;
    const set = setup((job, onEvent) => ((calls += 1) === 1 ? whole(job, onEvent) : never(job, onEvent)));
    await begin(set);
    await expect.poll(() => set.downloads.getSnapshot()).toEqual([]);
    await begin(set, 'int8');
    await set.downloads.cancel('owner-some-model', 'int8');
    expect(set.models.get('owner-some-model')?.files.map(({ path }) => path)).toEqual(
      LISTED.slice(0, 4).map(({ path }) => path),
    );
    expect(set.downloads.getSnapshot()).toEqual([]);
  });

  it('are refused in strict-offline mode before anything is asked', async () => {
    const set = setup(whole, () => Promise.reject(new AppError('network/not-permitted', 'strict')));
    await expect(set.downloads.ask('owner/Some-Model')).rejects.toMatchObject({
      code: 'network/not-permitted',
    });
    await expect(set.downloads.ask('nonsense')).rejects.toMatchObject({ code: 'input/option' });
  });

  it('say which formats are here already', async () => {
    const set = setup(whole);
    await begin(set);
    await expect.poll(() => set.downloads.getSnapshot()).toEqual([]);
    const offer = await set.downloads.ask('owner/Some-Model');
    expect(offer.here).toEqual(['q4']);
    expect(offer.variants.map(({ dtype }) => dtype)).toEqual(hubVariants(LISTED).map(({ dtype }) => dtype));
  });
});

function createNextVisit(shelf: ModelShelf) {
  const nothing = async () => undefined;
  return createDownloads({
    hub: hubOf(undefined),
    shelf,
    network: () => Promise.reject(new Error('not asked')),
    withHubWorker: () => Promise.reject(new Error('not asked')),
    locks: null,
    now: () => new Date(0),
    monotonic: () => 0,
    takenIds: async () => new Set<string>(),
    freeBytes: async () => null,
    persist: nothing,
    changed: () => undefined,
  });
}
