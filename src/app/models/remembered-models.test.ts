import { describe, expect, it } from 'vitest';
import { tinyGguf } from '../../core/models/fixtures.ts';
import type { Remembered, RememberedHandles } from '../../storage/model-files/remembered-handles.ts';
import type { ModelHandle } from '../services.ts';
import { hashHere } from './hash-files.ts';
import { createRememberedModels } from './remembered-models.ts';

function handlesInMemory(): RememberedHandles {
  const rows = new Map<string, Remembered>();
  return {
    list: async () => [...rows.values()],
    put: async (remembered) => void rows.set(remembered.model.id, remembered),
    remove: async (id) => void rows.delete(id),
  };
}

/** A file on a share, as a handle: what lies there may change, and the browser may want to ask. */
function share(bytes: Uint8Array<ArrayBuffer> | null) {
  const state = { bytes, lastModified: 1_000, permission: 'granted', answer: 'granted', asked: 0 };
  const handle = {
    kind: 'file',
    name: 'tiny.gguf',
    getFile: async () => {
      if (state.bytes === null) throw new DOMException('gone', 'NotFoundError');
      return new File([state.bytes], 'tiny.gguf', { lastModified: state.lastModified });
    },
    queryPermission: async () => state.permission,
    requestPermission: async () => {
      state.asked += 1;
      state.permission = state.answer;
      return state.answer;
    },
  };
  return { state, handle: handle as unknown as ModelHandle };
}

async function remembered() {
  const { state, handle } = share(tinyGguf());
  const models = createRememberedModels(handlesInMemory(), hashHere, () => new Date('2026-11-29T10:00:00Z'));
  const entry = await models.add(handle, async (id) => id);
  return { state, models, entry };
}

describe('a remembered model', () => {
  it('is offered again with the hashes of its first use, and read where it lies', async () => {
    const { models, entry } = await remembered();
    expect(entry).toMatchObject({ id: 'tiny', runtimeId: 'wllama', remembered: true, access: 'granted' });
    expect((await models.list())[0]?.variants[0]?.files[0]?.sha256).toMatch(/^[0-9a-f]{64}$/u);
    const choice = await models.get('tiny');
    expect(choice?.location.kind === 'files' && choice.location.files.map(({ path }) => path)).toEqual([
      'tiny.gguf',
    ]);
    expect(await models.get('other')).toBeNull();
  });

  it('asks for permission before it is read, and says so when it is not given', async () => {
    const { state, models } = await remembered();
    state.permission = 'prompt';
    expect((await models.list())[0]?.access).toBe('ask');
    expect(state.asked).toBe(0);
    state.answer = 'denied';
    await expect(models.get('tiny')).rejects.toMatchObject({ code: 'model/no-permission' });
    state.answer = 'granted';
    await models.allow('tiny');
    expect((await models.list())[0]?.access).toBe('granted');
  });

  it.each([
    ['longer', (bytes: Uint8Array<ArrayBuffer>) => new Uint8Array([...bytes, 0]), 1_000],
    ['written again', (bytes: Uint8Array<ArrayBuffer>) => bytes, 2_000],
  ])('that is %s is refused with the file and the day of first use', async (_what, change, lastModified) => {
    const { state, models } = await remembered();
    state.bytes = change(state.bytes ?? new Uint8Array());
    state.lastModified = lastModified;
    await expect(models.get('tiny')).rejects.toMatchObject({
      code: 'model/files-changed',
      details: { files: ['tiny.gguf'], since: '2026-11-29T10:00:00.000Z' },
    });
  });

  it('whose content changed behind its time and size is found by a check', async () => {
    const { state, models } = await remembered();
    expect(await models.check('tiny')).toEqual([]);
    const other = (state.bytes ?? new Uint8Array()).slice();
    other[other.length - 1] = 1;
    state.bytes = other;
    expect(await models.check('tiny')).toEqual(['tiny.gguf']);
  });

  it('that was moved away is missed by name', async () => {
    const { state, models } = await remembered();
    state.bytes = null;
    await expect(models.get('tiny')).rejects.toMatchObject({ code: 'model/file-missing' });
  });

  it('can be forgotten, and taken back', async () => {
    const { models } = await remembered();
    const forgotten = await models.forget('tiny');
    expect(await models.list()).toEqual([]);
    expect((await forgotten?.undo())?.id).toBe('tiny');
    expect(await models.list()).toHaveLength(1);
  });
});
