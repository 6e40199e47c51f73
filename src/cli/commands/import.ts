import type { ImportOptions, ImportRow, Importer, SourceFile } from '../../core/contracts.ts';
import { AppError } from '../../core/errors.ts';
import { parseFieldMap } from '../../core/importers/field-map.ts';
import { goodSamples } from '../../core/importers/good-samples.ts';
import { IMPORTERS, importerById } from '../../core/importers/registry.ts';
import { createContentDigest } from '../../core/packs/content-digest.ts';
import { createPackDraft, type PackDraft } from '../../core/packs/pack-draft.ts';
import { PACK_LIMITS, type PackHeader, type Sample } from '../../core/packs/pack.ts';
import type { SealedPack } from '../../core/packs/read-pack.ts';
import { sealPack } from '../../core/packs/seal.ts';
import { createPackSize, packJson, packLines } from '../../core/packs/write-pack.ts';
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
  --answers-from  for tables of your own, and medmcqa where the file does not tell: what a number in the
               answer's column counts from
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
    const files = positionals.map(sourceFile);
    const read = await readRows(importer, files, options, positionals, out.endsWith('.jsonl'));
    report(read, positionals.length === 1 ? (positionals[0] ?? '') : '', io);
    if (read.bad > 0 && !values['keep-good']) {
      throw new AppError('input/bad-rows', `${read.bad} rows cannot be used; nothing was written`, {
        badRows: read.bad,
        goodRows: read.good,
      });
    }
    const { header, contentSha256 } = read.draft.finish();
    const seal =
      read.samples === null
        ? await writeLines(out, header, contentSha256, goodSamples(importer, files, options))
        : await writeOneFile(out, sealPack({ ...header, samples: read.samples }));
    const left = read.bad > 0 ? `, ${read.bad} bad rows left out` : '';
    io.err(`${out}: ${read.good} samples${left}; scored by ${header.scorers.join(', ')}; seal ${seal}`);
    return EXIT.done;
  },
};

async function writeOneFile(out: string, pack: SealedPack): Promise<string> {
  await writeWhole(out, [packJson(pack)]);
  return pack.seal;
}

/** The files are read once more, so that a large pack is never held. */
async function writeLines(
  out: string,
  header: PackHeader,
  contentSha256: string,
  samples: AsyncIterable<Sample>,
): Promise<string> {
  const content = createContentDigest();
  async function* counted(): AsyncIterable<Sample> {
    for await (const sample of samples) {
      content.add(sample);
      yield sample;
    }
    if (content.finish() !== contentSha256)
      throw new AppError('input/seal-mismatch', 'the files changed while they were read', {
        pack: header.id,
      });
  }
  const pack = packLines(header, counted());
  let written = '';
  await writeWhole(out, pack.lines, () => {
    const { seal, line } = pack.sealed();
    written = seal;
    return line;
  });
  return written;
}

function countingFrom(text: string | undefined): 0 | 1 | undefined {
  if (text === undefined) return undefined;
  if (text === '0') return 0;
  if (text === '1') return 1;
  throw new AppError('input/option', `--answers-from is 0 or 1, not "${text}"`, { option: 'answers-from' });
}

interface Reading {
  /** The first; the rest is counted. */
  readonly problems: readonly Problem[];
  readonly bad: number;
  readonly good: number;
  readonly draft: PackDraft;
  /** Null when they are too many to be held: they are read again when they are written. */
  readonly samples: Sample[] | null;
}

async function readRows(
  importer: Importer,
  files: readonly SourceFile[],
  options: ImportOptions,
  names: readonly string[],
  inLines: boolean,
): Promise<Reading> {
  const draft = createPackDraft({ importer, files: names });
  const problems: Problem[] = [];
  const size = createPackSize();
  let samples: Sample[] | null = inLines ? null : [];
  let [good, bad] = [0, 0];
  for await (const row of importer.read(files, options)) {
    if (row.kind === 'problem') {
      bad += 1;
      if (problems.length < PRINTED) problems.push(row);
      continue;
    }
    good += 1;
    if (good > PACK_LIMITS.samples)
      throw new AppError('input/schema', 'samples: has too many samples', { problems: ['too many samples'] });
    draft.add(row.sample);
    if (samples === null) continue;
    if (size.add(row.sample)) samples = null;
    else samples.push(row.sample);
  }
  return { problems, bad, good, draft, samples };
}

function report({ problems, bad }: Reading, file: string, io: CliIo): void {
  for (const { line, field, problem } of problems) {
    io.err(`${file === '' ? '' : `${file}, `}line ${line}${field === null ? '' : `, ${field}`}: ${problem}`);
  }
  if (bad > problems.length) io.err(`... and ${bad - problems.length} more`);
}
