/**
 * The offline copy beyond the page's own files: the runtime, packs, recordings and the demo's weights, so that after
 * one visit everything but new downloads works with the server gone.
 */
import * as v from 'valibot';
import { DEMO_MODEL } from '../../core/models/demo-models.ts';
import { FILE_MANIFEST, FileManifestSchema } from '../../core/supply-chain/file-manifest.ts';
import type { ShellAnswer, ShellMessage } from '../../../workers/shell/messages.ts';
import { assetUrl, fetchJson } from '../fetch-file.ts';

export interface OfflineCopy {
  readonly files: number;
  readonly kept: number;
  readonly missingBytes: number;
}

interface WantedFile {
  readonly url: string;
  readonly bytes: number;
}

const CatalogSchema = v.object({
  models: v.array(
    v.object({
      id: v.string(),
      defaults: v.object({ generate: v.string(), logprobs: v.nullable(v.string()) }),
      variants: v.array(v.object({ dtype: v.string(), files: v.array(v.object({ path: v.string() })) })),
    }),
  ),
});

/** The page's folders; of the models only what the demo runs, because the rest is a choice to download. */
async function wantedFiles(): Promise<readonly WantedFile[]> {
  const [manifest, catalog] = await Promise.all([fetchJson(FILE_MANIFEST), fetchJson('models/catalog.json')]);
  const demo = v.parse(CatalogSchema, catalog).models.find(({ id }) => id === DEMO_MODEL);
  const dtypes = [demo?.defaults.generate, demo?.defaults.logprobs];
  const weights = (demo?.variants ?? [])
    .filter(({ dtype }) => dtypes.includes(dtype))
    .flatMap(({ files }) => files.map(({ path }) => `models/${DEMO_MODEL}/${path}`));
  const wanted = new Set([...weights, 'models/catalog.json']);
  return v
    .parse(FileManifestSchema, manifest)
    .files.filter(({ path }) => /^(assets|packs|recorded)\//u.test(path) || wanted.has(path))
    .map(({ path, bytes }) => ({ url: assetUrl(path), bytes }));
}

export class OfflineCopier {
  readonly #ask: (message: ShellMessage) => Promise<ShellAnswer | null>;

  constructor(ask: (message: ShellMessage) => Promise<ShellAnswer | null>) {
    this.#ask = ask;
  }

  /** Null without a service worker, or when the list of files cannot be read. */
  async state(): Promise<OfflineCopy | null> {
    const split = await this.#split();
    if (split === null) return null;
    const { files, missing } = split;
    return {
      files: files.length,
      kept: files.length - missing.length,
      missingBytes: missing.reduce((sum, { bytes }) => sum + bytes, 0),
    };
  }

  /** One file after the other, so that nothing else waits; `mayGoOn` is asked before each. */
  async complete(
    mayGoOn: () => Promise<boolean>,
    onProgress: (copy: OfflineCopy) => void = () => undefined,
  ): Promise<OfflineCopy | null> {
    const split = await this.#split();
    if (split === null) return null;
    let { length: kept } = split.files;
    kept -= split.missing.length;
    let missingBytes = split.missing.reduce((sum, { bytes }) => sum + bytes, 0);
    const copy = (): OfflineCopy => ({ files: split.files.length, kept, missingBytes });
    for (const { url, bytes } of split.missing) {
      if (!(await mayGoOn())) break;
      const answer = await this.#ask({ type: 'cache-file', url });
      if (answer?.ok !== true) continue;
      kept += 1;
      missingBytes -= bytes;
      onProgress(copy());
    }
    return copy();
  }

  async #split(): Promise<{
    readonly files: readonly WantedFile[];
    readonly missing: readonly WantedFile[];
  } | null> {
    const files = await wantedFiles().catch(() => null);
    if (files === null) return null;
    const answer = await this.#ask({ type: 'is-kept', urls: files.map(({ url }) => url) });
    if (answer === null) return null;
    return { files, missing: files.filter((_file, at) => answer.kept[at] !== true) };
  }
}
