import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { sealPack } from '../../core/packs/seal.ts';
import { createBrowserStore } from '../../storage/browser-store.ts';
import type { PackPart } from '../../core/packs/pack-part.ts';
import { aPack, aSample } from '../../storage/fixtures.ts';
import { fakeApp, testPack } from '../testing/fake-app.ts';

let stores = 0;
const app = () => fakeApp({ store: createBrowserStore(`packs-test-${(stores += 1)}`) });
const mine = sealPack(aPack({ id: 'my-pack' }));
const ids = async ({ packs }: ReturnType<typeof app>) =>
  (await packs.list(() => undefined)).map(({ header, bundled }) => [header.id, bundled]);

describe('packs', () => {
  it('list bundled ones first, then imported ones', async () => {
    const here = app();
    await here.packs.add(mine);
    expect(await ids(here)).toEqual([
      ['a-pack', true],
      ['my-pack', false],
    ]);
    expect((await here.packs.get('my-pack')).sha256).toBe(mine.seal);
  });

  it('refuse the same version twice, also of a bundled pack', async () => {
    const here = app();
    await here.packs.add(mine);
    await expect(here.packs.add(mine)).rejects.toMatchObject({ code: 'input/duplicate-id' });
    await expect(here.packs.add(testPack)).rejects.toMatchObject({ code: 'input/duplicate-id' });
    expect(await ids(here)).toHaveLength(2);
  });

  it('replace an imported pack by another version of it', async () => {
    const here = app();
    await here.packs.add(mine);
    await here.packs.add(sealPack({ ...mine, version: '1.0.1', title: 'Second' }));
    expect((await here.packs.get('my-pack')).pack).toMatchObject({ version: '1.0.1', title: 'Second' });
    expect(await ids(here)).toHaveLength(2);
  });

  it('that are marked as private here are sealed as such; those whose file says so keep its seal', async () => {
    const here = app();
    await here.packs.add(mine, true);
    const { pack, sha256 } = await here.packs.get('my-pack');
    expect(pack).toEqual(sealPack({ ...mine, private: true }));
    expect(sha256).toBe(pack.seal);
    expect(sha256).not.toBe(mine.seal);
    const marked = sealPack(aPack({ id: 'marked', private: true }));
    await here.packs.add(marked, true);
    expect((await here.packs.get('marked')).sha256).toBe(marked.seal);
  });

  it('are read once, until they change or are to be forgotten', async () => {
    const store = createBrowserStore(`packs-test-${(stores += 1)}`);
    const read = vi.spyOn(store, 'getPack');
    const { packs } = fakeApp({ store });
    await packs.add(mine);
    await packs.get('my-pack');
    await packs.get('my-pack');
    expect(read).toHaveBeenCalledTimes(1);
    await packs.add(sealPack({ ...mine, version: '1.0.1', title: 'Second' }));
    expect((await packs.get('my-pack')).pack.title).toBe('Second');
    packs.forget();
    await packs.get('my-pack');
    expect(read).toHaveBeenCalledTimes(3);
  });

  it('come back whole when a removal is undone', async () => {
    const here = app();
    const samples = Array.from({ length: 450 }, (_, at) => aSample(at));
    const many = sealPack(aPack({ id: 'my-pack', samples }));
    await here.packs.add(many);
    const before = await here.packs.list(() => undefined);
    const removal = await here.packs.remove('my-pack');
    expect(await ids(here)).toHaveLength(1);
    await removal.undo();
    expect(await here.packs.list(() => undefined)).toEqual(before);
    expect((await here.packs.get('my-pack')).pack).toEqual(many);
  });

  it('say how far a removal is, and stay as they are when it is stopped', async () => {
    const here = app();
    const samples = Array.from({ length: 450 }, (_, at) => aSample(at));
    await here.packs.add(sealPack(aPack({ id: 'my-pack', samples })));
    const before = await here.packs.get('my-pack');
    const stopper = new AbortController();
    const told: number[] = [];
    const onProgress = (kept: number) => {
      told.push(kept);
      if (told.length === 2) stopper.abort();
    };
    await expect(here.packs.remove('my-pack', { onProgress, signal: stopper.signal })).rejects.toMatchObject({
      code: 'runtime/cancelled',
    });
    expect(told).toEqual([200, 400]);
    here.packs.forget();
    expect(await here.packs.get('my-pack')).toEqual(before);
    await here.packs.remove('my-pack', { onProgress });
    expect(told.slice(2)).toEqual([200, 400, 450]);
  });

  it('are read only as far as a run of some samples goes, from the store once', async () => {
    const store = createBrowserStore(`packs-test-${(stores += 1)}`);
    const whole = vi.spyOn(store, 'getPack');
    const parts = vi.spyOn(store, 'getSamples');
    const { packs } = fakeApp({ store });
    const samples = Array.from({ length: 900 }, (_, at) => aSample(at));
    const large = sealPack(aPack({ id: 'large', samples }));
    await packs.add(large);
    const ids = (part: PackPart | null) => part?.samples.map((sample) => sample?.id ?? null);
    const expected = (keep: (at: number) => boolean) => samples.map(({ id }, at) => (keep(at) ? id : null));
    const first = { limit: 3, shard: null, repeats: 1 };
    expect(ids(await packs.find('large', large.seal, first))).toEqual(expected((at) => at < 3));
    await packs.find('large', large.seal, first);
    expect(parts).toHaveBeenCalledTimes(1);
    const third = { limit: null, shard: { index: 3, count: 4 }, repeats: 2 };
    expect(ids(await packs.find('large', large.seal, third))).toEqual(expected((at) => at % 4 === 2));
    expect(ids((await packs.some('large', () => [899, 5, 5, 400])).pack)).toEqual(
      expected((at) => [5, 400, 899].includes(at)),
    );
    expect(await packs.find('large', 'f'.repeat(64), first)).toBeNull();
    expect(whole).not.toHaveBeenCalled();
    expect(await packs.find('large', large.seal, { ...first, limit: 900 })).toEqual(large);
    expect(whole).toHaveBeenCalledTimes(1);
  });

  it('are found for a run only with the very content it was made with', async () => {
    const { packs } = app();
    expect(await packs.find('a-pack', testPack.seal ?? '')).toEqual(testPack);
    expect(await packs.find('a-pack', 'f'.repeat(64))).toBeNull();
    expect(await packs.find('nothing', 'f'.repeat(64))).toBeNull();
  });

  it('name the known ones when one is asked for that is not here', async () => {
    await expect(app().packs.get('nothing')).rejects.toMatchObject({
      code: 'input/unknown-id',
      details: { known: ['a-pack'] },
    });
  });
});
