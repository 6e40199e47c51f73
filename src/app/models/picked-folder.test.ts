import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { sha256Hex } from '../../core/digest.ts';
import { createModels } from './models.ts';
import { hashHere } from './hash-files.ts';
import { readPickedFolder as readFolder } from './picked-folder.ts';

const readPickedFolder = (files: readonly File[]) => readFolder(files, hashHere);
const FOLDER = new URL('../../../public/models/demo-tuned/', import.meta.url);
const bytesOf = (path: string) => new Uint8Array(readFileSync(new URL(path, FOLDER)));

/** As <input webkitdirectory> gives them: the picked folder's name first. */
function picked(path: string, bytes: Uint8Array<ArrayBuffer> | string, folder = 'my-model'): File {
  const file = new File([bytes], path.split('/').at(-1) ?? '');
  Object.defineProperty(file, 'webkitRelativePath', { value: `${folder}/${path}` });
  return file;
}
const SMALL = ['config.json', 'tokenizer.json', 'tokenizer_config.json'];
const GRAPH = 'onnx/model_q4.onnx';
const real = (folder?: string) => [...SMALL, GRAPH].map((path) => picked(path, bytesOf(path), folder));

describe('a picked model folder', () => {
  it('is read with its variants, sizes and hashes', async () => {
    const { entry, location } = await readPickedFolder(real());
    expect(entry).toMatchObject({ id: 'my-model', source: 'folder', runtimeId: 'transformers-js' });
    expect(entry.variants.map((variant) => [variant.dtype, variant.logprobs])).toEqual([['q4', true]]);
    const graph = entry.variants[0]?.files.find((file) => file.path === GRAPH);
    expect(graph).toEqual({ path: GRAPH, bytes: bytesOf(GRAPH).length, sha256: sha256Hex(bytesOf(GRAPH)) });
    expect(location.kind === 'files' && location.files.map((file) => file.path)).toEqual([...SMALL, GRAPH]);
  });

  it('may lie one folder deeper than the one that was picked', async () => {
    const { entry } = await readPickedFolder(real('downloads/My Model'));
    expect(entry).toMatchObject({ id: 'my-model', title: 'My Model' });
  });

  it.each([...SMALL, GRAPH])('without %s is refused, naming the file', async (missing) => {
    const files = real().filter((file) => !file.webkitRelativePath.endsWith(`/${missing}`));
    const named = missing === GRAPH ? 'onnx/model.onnx' : missing;
    await expect(readPickedFolder(files)).rejects.toMatchObject({
      code: 'model/file-missing',
      details: { file: named },
    });
  });

  it('with a truncated graph is refused, naming the file', async () => {
    const files = [...real().slice(0, 3), picked(GRAPH, bytesOf(GRAPH).slice(0, 100_000))];
    await expect(readPickedFolder(files)).rejects.toMatchObject({
      code: 'model/file-truncated',
      details: { file: GRAPH },
    });
  });

  it.each(SMALL)('with a %s that is not JSON is refused, naming the file', async (path) => {
    const files = real().map((file) =>
      file.webkitRelativePath.endsWith(`/${path}`) ? picked(path, '<!doctype html>') : file,
    );
    await expect(readPickedFolder(files)).rejects.toMatchObject({
      code: 'model/not-a-model',
      details: { file: path },
    });
  });

  it('with a web page for a graph is refused', async () => {
    const files = [...real().slice(0, 3), picked(GRAPH, '<!doctype html><html></html>')];
    await expect(readPickedFolder(files)).rejects.toMatchObject({ details: { file: GRAPH } });
  });

  it('that is empty is refused', async () => {
    await expect(readPickedFolder([])).rejects.toMatchObject({ code: 'model/file-missing' });
  });
});

describe('a picked folder that is forgotten', () => {
  it('is no longer offered or read, unless it is taken back', async () => {
    const catalog = readFileSync(new URL('../../../public/models/catalog.json', import.meta.url), 'utf8');
    vi.stubGlobal('document', { baseURI: 'http://127.0.0.1/' });
    vi.stubGlobal('fetch', async () => new Response(catalog));
    try {
      const models = createModels();
      const { id } = await models.addFolder(real());
      const ids = async () => (await models.list()).map((entry) => entry.id);
      expect(await ids()).toContain(id);
      const forgotten = await models.forget(id);
      expect(await ids()).not.toContain(id);
      await expect(models.get(id)).rejects.toMatchObject({ code: 'input/unknown-id' });
      await expect(models.forget(id)).rejects.toThrow(/nothing that can be forgotten/);
      expect((await forgotten.undo()).id).toBe(id);
      expect((await models.get(id)).location.kind).toBe('files');
      // What comes with the page is not for forgetting.
      await expect(models.forget('demo-tuned')).rejects.toThrow(/nothing that can be forgotten/);
    } finally {
      vi.unstubAllGlobals();
    }
  });
});
