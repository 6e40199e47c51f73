/**
 * The packs in public/packs. index.json (written by scripts/packs-index.ts) names them with header and seal,
 * so that they can be listed without reading them; a pack that is opened is validated and its seal checked.
 */
import * as v from 'valibot';
import { AppError } from '../../core/errors.ts';
import { PackHeaderSchema } from '../../core/packs/pack.ts';
import { fetchJson, fetchText } from '../fetch-file.ts';
import type { PackEntry } from '../services.ts';
import type { SealedPack } from './sealed-pack.ts';
import { sourceText } from '../source-file.ts';

const FOLDER = 'packs';

const IndexSchema = v.array(
  v.object({
    file: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9._-]*\.json$/)),
    id: v.string(),
    sha256: v.string(),
    samples: v.number(),
    bytes: v.number(),
    header: PackHeaderSchema,
  }),
);
type IndexEntry = v.InferOutput<typeof IndexSchema>[number];

export interface BundledPacks {
  /** In the order they are to be shown: hand-written first. */
  list(): Promise<readonly PackEntry[]>;
  get(id: string): Promise<SealedPack>;
}

export function createBundledPacks(): BundledPacks {
  let index: Promise<readonly IndexEntry[]> | null = null;
  const opened = new Map<string, Promise<SealedPack>>();

  async function readIndex(): Promise<readonly IndexEntry[]> {
    const file = `${FOLDER}/index.json`;
    const result = v.safeParse(IndexSchema, await fetchJson(file));
    if (result.success) return result.output;
    throw new AppError('input/schema', `${file}: ${result.issues[0].message}`, { file });
  }

  function entries(): Promise<readonly IndexEntry[]> {
    index ??= readIndex().catch((thrown: unknown) => {
      index = null;
      throw thrown;
    });
    return index;
  }

  async function open(id: string): Promise<SealedPack> {
    const entry = (await entries()).find((each) => each.id === id);
    if (entry === undefined) throw new AppError('input/unknown-id', `no pack is called "${id}"`, { id });
    const { readPack } = await import('../../core/packs/read-pack.ts');
    const pack = await readPack(sourceText(entry.file, await fetchText(`${FOLDER}/${entry.file}`)));
    if (pack.seal !== entry.sha256) {
      throw new AppError('input/seal-mismatch', `${entry.file} is not the pack that index.json names`, {
        file: entry.file,
        expected: entry.sha256,
        actual: pack.seal,
      });
    }
    return { pack, sha256: entry.sha256, bundled: true };
  }

  return {
    list: async () =>
      (await entries()).map(({ header, sha256, samples, bytes }) => ({
        header,
        sha256,
        samples,
        bytes,
        importedAt: '',
        bundled: true,
      })),
    get: (id) => {
      const known = opened.get(id);
      if (known !== undefined) return known;
      const opening = open(id).catch((thrown: unknown) => {
        opened.delete(id);
        throw thrown;
      });
      opened.set(id, opening);
      return opening;
    },
  };
}
