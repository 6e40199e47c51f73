import { createReadStream, createWriteStream, existsSync, rmSync, statSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { SourceFile } from '../core/contracts.ts';
import { AppError } from '../core/errors.ts';

/** A file as the readers of core want it; one that cannot be opened is refused before anything is read. */
export function sourceFile(path: string): SourceFile {
  let bytes: number;
  try {
    const stat = statSync(path);
    if (!stat.isFile()) throw new AppError('input/option', `${path} is not a file`, { file: path });
    bytes = stat.size;
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    const why =
      thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT'
        ? 'there is no such file'
        : String(thrown);
    throw new AppError('input/option', `${path}: ${why}`, { file: path }, { cause: thrown });
  }
  return { name: path, bytes, stream: () => createReadStream(path) as AsyncIterable<Uint8Array> };
}

/** An output must not replace one of its own inputs, and its folder must exist. */
export function checkOutput(path: string, inputs: readonly string[]): void {
  if (inputs.some((input) => resolve(input) === resolve(path))) {
    throw new AppError('input/option', `--out ${path} is one of the input files`, {
      option: '--out',
      file: path,
    });
  }
  if (!existsSync(dirname(resolve(path)))) {
    throw new AppError('input/option', `--out ${path}: there is no such folder`, {
      option: '--out',
      file: path,
    });
  }
}

const unfinished = new Set<string>();

type Pieces = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

/**
 * Writes beside the target and renames at the end: a reader sees the old file, the whole new one, or none. `start`: what
 * is known only at the end and belongs at the beginning, as long as what was written there.
 */
export async function writeWhole(path: string, pieces: Pieces, start?: () => string): Promise<void> {
  const part = `${path}.part-${process.pid}`;
  unfinished.add(part);
  try {
    await pipeline(Readable.from(pieces), createWriteStream(part));
    if (start !== undefined) await writeStart(part, start());
    await rename(part, path);
  } catch (thrown) {
    rmSync(part, { force: true });
    if (thrown instanceof AppError) throw thrown;
    throw new AppError(
      'input/option',
      `${path} cannot be written: ${String(thrown)}`,
      { file: path },
      { cause: thrown },
    );
  } finally {
    unfinished.delete(part);
  }
}

async function writeStart(path: string, text: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.write(text, 0);
  } finally {
    await file.close();
  }
}

/** For an interrupted process: leaves nothing half-written behind. */
export function removeUnfinished(): void {
  for (const part of unfinished) rmSync(part, { force: true });
}
