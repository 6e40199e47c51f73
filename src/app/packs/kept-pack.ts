/**
 * A pack that was deleted and may be wanted back: its samples as compressed lines in memory, a tenth of what they take as
 * objects. They are read and written in parts, so that the page goes on answering; nothing of them is on the disk.
 */
import { readLines } from '../../core/packs/lines.ts';
import { SampleSchema, type Sample } from '../../core/packs/pack.ts';
import { parseStrictJson } from '../../core/packs/strict-json.ts';
import { AppError } from '../../core/errors.ts';
import type { ResultStore, StoredPack } from '../../storage/contract.ts';
import { checkedMessage } from '../../../workers/protocol-schemas.ts';

const PART = 200;

export interface KeptPack {
  /** All of it or nothing; `token` tells this writing from every other one. */
  putBack(store: Pick<ResultStore, 'writePack'>, token: string): Promise<void>;
}

/** Hears how many samples are kept; stopped by its signal, nothing is kept and nothing was changed. */
export interface KeepWatch {
  readonly onProgress?: (kept: number) => void;
  readonly signal?: AbortSignal;
}

export async function keepPack(
  store: Pick<ResultStore, 'getSamples'>,
  entry: StoredPack,
  { onProgress, signal }: KeepWatch = {},
): Promise<KeptPack> {
  const { id } = entry.header;
  const compressed = new CompressionStream('gzip');
  const pieces = collect(compressed.readable);
  const writer = compressed.writable.getWriter();
  let read = 0;
  while (read < entry.samples) {
    if (signal?.aborted === true) {
      pieces.catch(() => undefined);
      await writer.abort();
      throw new AppError('runtime/cancelled', 'the pack was not deleted');
    }
    const samples = await store.getSamples(id, read, PART);
    if (samples.length === 0) {
      throw new AppError('storage/corrupt', `pack ${id} has not the samples that it counts`, {
        store: 'samples',
        row: `${id}/${read}`,
        field: 'index',
      });
    }
    const lines = samples.map((sample) => `${JSON.stringify(sample)}\n`).join('');
    await writer.write(new TextEncoder().encode(lines));
    read += samples.length;
    onProgress?.(read);
  }
  await writer.close();
  const kept = await pieces;
  return {
    putBack: async (to, token) => {
      const pack = await to.writePack(id, token);
      try {
        let part: Sample[] = [];
        const flush = async (): Promise<void> => {
          await pack.add(part);
          part = [];
        };
        for await (const sample of samplesOf(kept)) {
          part.push(sample);
          if (part.length === PART) await flush();
        }
        if (part.length > 0) await flush();
        await pack.finish(entry);
      } catch (thrown) {
        await pack.discard();
        throw thrown;
      }
    },
  };
}

async function* samplesOf(kept: readonly Uint8Array<ArrayBuffer>[]): AsyncIterable<Sample> {
  const unpacked = new Blob([...kept]).stream().pipeThrough(new DecompressionStream('gzip'));
  for await (const { text } of readLines(piecesOf(unpacked), 'a deleted pack')) {
    yield checkedMessage(
      SampleSchema,
      parseStrictJson(text, { file: 'a deleted pack' }),
      'a kept sample',
      'defect',
    );
  }
}

async function* piecesOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>) {
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}

async function collect(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Uint8Array<ArrayBuffer>[]> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of piecesOf(stream)) pieces.push(piece);
  return pieces;
}
