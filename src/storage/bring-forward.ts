/**
 * What a numbered migration cannot do in the vault, because its upgrade may not wait for a key: version 3 seals samples
 * in blocks, and vocabularies. Done each time the vault is opened; there is nothing to do but once. Each step is whole
 * or not at all, and what fails stays readable as it was, except a vocabulary, which is tried again.
 */
import { AppError } from '../core/errors.ts';
import type { Access } from './access.ts';
import { startingWith } from './key-ranges.ts';
import { encodeSamples, replaceSamples } from './pack-samples.ts';
import { PackRowSchema, SampleRowSchema } from './rows.ts';

export async function bringForward(access: Access): Promise<void> {
  if (!access.codec.inBlocks) return;
  await sealVocabularies(access);
  for (const id of await packsWithoutBlocks(access)) await packInBlocks(access, id);
}

async function sealVocabularies({ codec, read, change }: Access): Promise<void> {
  const rows = await read([], async (db) =>
    (await db.getAll('meta')).filter(({ id }) => id === 'vocabularies' || id.startsWith('vocabulary/')),
  );
  if (rows.length === 0) return;
  const sealed = await Promise.all(rows.map((row) => codec.encode('keepsakes', row)));
  await change(
    () => undefined,
    ['meta', 'keepsakes'],
    async (transaction) => {
      await Promise.all([
        ...sealed.map((row) => transaction.objectStore('keepsakes').put(row)),
        ...rows.map(({ id }) => transaction.objectStore('meta').delete(id)),
      ]);
    },
  );
}

function packsWithoutBlocks({ read }: Access): Promise<readonly string[]> {
  return read<readonly string[]>([], async (db) => {
    const found: string[] = [];
    for (const id of await db.getAllKeys('packs'))
      if ((await db.count('blocks', startingWith(id))) === 0) found.push(id);
    return found;
  });
}

async function packInBlocks({ codec, read, change, open, openAll }: Access, id: string): Promise<void> {
  try {
    const stored = await read(null, async (db) => ({
      header: await db.get('packs', id),
      samples: await db.getAll('samples', startingWith(id)),
    }));
    const header = stored?.header;
    if (stored === null || header === undefined || stored.samples.length === 0) return;
    const pack = await open(PackRowSchema, 'packs', header, id);
    const samples = stored.samples.map((each) => ({ key: [id, Number(each['index'])], stored: each }));
    const rows = await encodeSamples(codec, await openAll(SampleRowSchema, 'samples', samples));
    if (rows.samples.length !== pack.samples) return;
    await change(
      () => undefined,
      ['packs', 'samples', 'blocks'],
      async (transaction) => {
        const now = await transaction.objectStore('packs').get(id);
        if (now !== undefined && codec.isSame(now, header)) await replaceSamples(transaction, id, rows);
      },
    );
  } catch (thrown) {
    // Whoever reads the pack is told what is wrong with it, and a full disk is no reason to stay locked.
    if (!(thrown instanceof AppError)) throw thrown;
  }
}
