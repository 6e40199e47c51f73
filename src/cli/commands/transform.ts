import { existsSync } from 'node:fs';
import { AppError } from '../../core/errors.ts';
import { readPack } from '../../core/packs/read-pack.ts';
import { isLargePack, packJson, packJsonl } from '../../core/packs/write-pack.ts';
import { makeTwin } from '../../core/transforms/make-twin.ts';
import { TRANSFORMS, transformById } from '../../core/transforms/registry.ts';
import { bundledPack } from '../bundled-pack.ts';
import { commandArgs, requiredOption } from '../command-args.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { checkOutput, sourceFile, writeWhole } from '../files.ts';

const MAX_SEED = 2 ** 31 - 1;

export const transformCommand: Command = {
  name: 'transform',
  summary: 'Make a twin of a pack that asks the same in another way, to measure how much that changes',
  usage: `bedside transform <pack> --with <transform> [--seed n] --out twin.json

  <pack>  a pack file, or the id of a bundled pack
  --with  ${TRANSFORMS.map(({ id, title }) => `${id} (${title})`).join('\n          ')}
  --seed  what is drawn by chance is drawn from it; 1 when left out
  --out   the twin to write; JSONL when the name ends in .jsonl or the pack is over 64 MB

  Samples keep their ids, order and right answers. Run both packs with the same settings, then
  bedside compare <run of the pack> <run of the twin> --pack <pack> --twin <twin>`,
  async run(args, io) {
    const { values, positionals } = commandArgs(args, {
      with: { type: 'string' },
      seed: { type: 'string' },
      out: { type: 'string' },
    });
    const [named, ...others] = positionals;
    if (named === undefined || others.length > 0)
      throw new AppError('input/option', 'give exactly one pack', { option: 'file' });
    const transform = transformById(requiredOption(values.with, '--with'));
    const seed = values.seed === undefined ? 1 : Number(values.seed);
    if (!Number.isInteger(seed) || seed < 0 || seed > MAX_SEED)
      throw new AppError('input/option', `--seed must be a whole number from 0 to ${MAX_SEED}`, {
        option: '--seed',
      });
    const out = requiredOption(values.out, '--out');
    const path = existsSync(named) || /[./\\]/.test(named) ? named : bundledPack(named);
    checkOutput(out, [path]);
    const parent = await readPack(sourceFile(path));
    const twin = makeTwin(parent, transform, seed);
    await writeWhole(out, out.endsWith('.jsonl') || isLargePack(twin) ? packJsonl(twin) : [packJson(twin)]);
    const same = twin.samples.filter(
      (sample, index) => JSON.stringify(sample) === JSON.stringify(parent.samples[index]),
    ).length;
    io.err(
      `${out}: ${twin.samples.length} samples${same === 0 ? '' : `, ${same} of them as they were`}; seal ${twin.seal}, twin of ${parent.seal}`,
    );
    return EXIT.done;
  },
};
