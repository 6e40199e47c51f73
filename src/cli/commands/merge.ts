import { AppError } from '../../core/errors.ts';
import { mergeRuns } from '../../core/run/merge.ts';
import { fileHeader } from '../../core/run/run-file-header.ts';
import { type RunFile, readRunFile, runJsonl } from '../../core/run/run-jsonl.ts';
import { commandArgs, requiredOption } from '../command-args.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { checkOutput, sourceFile, writeWhole } from '../files.ts';

export const mergeCommand: Command = {
  name: 'merge',
  summary: 'Put the shards of one run together',
  usage: `bedside merge <run.jsonl...> --out run.jsonl

  Refuses gaps, duplicates and runs of different packs, models or settings. Scores of the result are those of one run.`,
  async run(args, io) {
    const { values, positionals } = commandArgs(args, { out: { type: 'string' } });
    if (positionals.length === 0)
      throw new AppError('input/option', 'no run to merge was given', { option: 'file' });
    const out = requiredOption(values.out, '--out');
    checkOutput(out, positionals);
    const files: RunFile[] = [];
    for (const path of positionals) files.push(await readRunFile(sourceFile(path)));
    const { header, fidelityOverride, records } = mergeRuns(files);
    await writeWhole(out, runJsonl(fileHeader(header, fidelityOverride), records));
    io.err(`${out}: ${records.length} records of ${files.length} ${files.length === 1 ? 'file' : 'files'}`);
    return EXIT.done;
  },
};
