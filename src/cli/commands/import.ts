import type { ImportOptions, ImportRow, Importer, SourceFile } from '../../core/contracts.ts';
import { AppError } from '../../core/errors.ts';
import { parseFieldMap } from '../../core/importers/field-map.ts';
import { IMPORTERS, importerById } from '../../core/importers/registry.ts';
import { makePack } from '../../core/packs/make-pack.ts';
import type { Sample } from '../../core/packs/pack.ts';
import { isLargePack, packJson, packJsonl } from '../../core/packs/write-pack.ts';
import { commandArgs, requiredOption } from '../command-args.ts';
import type { CliIo, Command } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { checkOutput, sourceFile, writeWhole } from '../files.ts';

/** Bad rows printed one by one; the rest is counted. */
const PRINTED = 50;

type Problem = Extract<ImportRow, { kind: 'problem' }>;

export const importCommand: Command = {
  name: 'import',
  summary: 'Turn a file of your own or of a public set into a pack',
  usage: `bedside import <file...> --format <${IMPORTERS.map(({ id }) => id).join('|')}> --out pack.json [--map column=field,...] [--answers-from 0|1] [--keep-good]

  --format     how the files are read; aci-bench takes its metadata CSV as a second file
  --map        for csv and jsonl: which column is which field of a sample (id, cluster, question,
               transcript, text, target, answer, choices, choice_a ..., meta.<name>)
  --answers-from  for tables of your own: what a number in the answer's column counts from
  --keep-good  write the pack although some rows cannot be used; without it nothing is written then
  --out        the pack to write; JSONL when the name ends in .jsonl or the pack is over 64 MB`,
  async run(args, io) {
    const { values, positionals } = commandArgs(args, {
      format: { type: 'string' },
      out: { type: 'string' },
      map: { type: 'string' },
      'answers-from': { type: 'string' },
      'keep-good': { type: 'boolean', default: false },
    });
    if (positionals.length === 0)
      throw new AppError('input/option', 'no file to import was given', { option: 'file' });
    const importer = importerById(requiredOption(values.format, '--format'));
    const out = requiredOption(values.out, '--out');
    checkOutput(out, positionals);
    const map = values.map === undefined ? {} : parseFieldMap(values.map);
    const answersFrom = countingFrom(values['answers-from']);
    const options: ImportOptions = { map, ...(answersFrom === undefined ? {} : { answersFrom }) };
    const { samples, problems } = await readRows(importer, positionals.map(sourceFile), options);
    report(problems, positionals.length === 1 ? (positionals[0] ?? '') : '', io);
    if (problems.length > 0 && !values['keep-good']) {
      throw new AppError('input/bad-rows', `${problems.length} rows cannot be used; nothing was written`, {
        badRows: problems.length,
        goodRows: samples.length,
      });
    }
    const pack = makePack({ samples, importer, files: positionals });
    await writeWhole(out, out.endsWith('.jsonl') || isLargePack(pack) ? packJsonl(pack) : [packJson(pack)]);
    const left = problems.length > 0 ? `, ${problems.length} bad rows left out` : '';
    io.err(
      `${out}: ${samples.length} samples${left}; scored by ${pack.scorers.join(', ')}; seal ${pack.seal}`,
    );
    return EXIT.done;
  },
};

function countingFrom(text: string | undefined): 0 | 1 | undefined {
  if (text === undefined) return undefined;
  if (text === '0') return 0;
  if (text === '1') return 1;
  throw new AppError('input/option', `--answers-from is 0 or 1, not "${text}"`, { option: 'answers-from' });
}

async function readRows(
  importer: Importer,
  files: readonly SourceFile[],
  options: ImportOptions,
): Promise<{ samples: Sample[]; problems: Problem[] }> {
  const samples: Sample[] = [];
  const problems: Problem[] = [];
  for await (const row of importer.read(files, options)) {
    if (row.kind === 'sample') samples.push(row.sample);
    else problems.push(row);
  }
  return { samples, problems };
}

function report(problems: readonly Problem[], file: string, io: CliIo): void {
  for (const { line, field, problem } of problems.slice(0, PRINTED)) {
    io.err(`${file === '' ? '' : `${file}, `}line ${line}${field === null ? '' : `, ${field}`}: ${problem}`);
  }
  if (problems.length > PRINTED) io.err(`... and ${problems.length - PRINTED} more`);
}
