import { AppError } from '../core/errors.ts';
import { fileHead } from '../core/importers/records.ts';
import type { SealedPack } from '../core/packs/read-pack.ts';
import { readResults } from '../core/results-import/read-results.ts';
import { RESULTS_IMPORTERS } from '../core/results-import/registry.ts';
import { type ReadOutputs, outputsOfRecords } from '../core/run/read-outputs.ts';
import type { CliIo } from './command.ts';
import { sourceFile } from './files.ts';
import { tellProblems } from './open-runs.ts';

/** Predictions in the plain form have a stricter reader of their own: any bad line refuses the file. */
export async function isForeignResults(path: string): Promise<boolean> {
  const head = await fileHead(sourceFile(path), 16_384);
  const found = RESULTS_IMPORTERS.find((importer) => importer.recognises(path, head));
  return found !== undefined && found.id !== 'predictions';
}

/** The outputs of another tool's run of this pack, to be scored here. */
export async function foreignOutputs(pack: SealedPack, path: string, io: CliIo): Promise<ReadOutputs> {
  const read = await readResults([sourceFile(path)], {
    now: new Date(0).toISOString(),
    findPack: () => Promise.resolve(pack),
  });
  tellProblems(read, io);
  const [run, ...others] = read.runs;
  if (run === undefined || others.length > 0)
    throw new AppError('input/option', `${path} holds ${read.runs.length} runs: give a file of one`, {
      option: 'file',
    });
  if (run.records.every(({ output }) => output === null))
    throw new AppError('input/empty', `${path} holds no outputs, only scores`, { file: path });
  return outputsOfRecords(pack, run.header, run.records, path);
}
