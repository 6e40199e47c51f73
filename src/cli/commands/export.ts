import { AppError } from '../../core/errors.ts';
import { besideName } from '../../core/exports/beside-name.ts';
import { exportView } from '../../core/exports/export-view.ts';
import { fullTextGate } from '../../core/exports/full-text-gate.ts';
import type { IdentifierReport } from '../../core/exports/identifier-scan.ts';
import { PRIVACY_LEVELS, type Privacy } from '../../core/exports/privacy.ts';
import { EXPORTS, exportById } from '../../core/exports/registry.ts';
import { SCORERS } from '../../core/scorers/registry.ts';
import { commandArgs, listOption, requiredOption } from '../command-args.ts';
import type { CliIo, Command } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { checkOutput, writeWhole } from '../files.ts';
import { RUN_FILES, openRun } from '../open-runs.ts';

export const exportCommand: Command = {
  name: 'export',
  summary: 'Write a run for other tools or as a report, without its text unless asked',
  usage: `bedside export <run> --to <export id> --out <file> [--privacy scores|hashes|full] [--pack file] [--scorers id,id]

  <run>      ${RUN_FILES}
  --to       ${EXPORTS.map(({ id, description }) => `${id}: ${description}`).join('\n             ')}
  --out      the first file; further ones go beside it, named after it without its extension:
             ${EXPORTS.flatMap(({ id, beside }) => beside.map(({ name, what, from }) => `${id}: .${name}  ${what}${from === 'scores' ? '' : ` (from --privacy ${from})`}`)).join('\n             ')}
  --privacy  scores: numbers and settings only, samples by position (the default)
             hashes: also sample ids and the SHA-256 of sample, prompt and output
             full:   also the texts; of a private pack only with --permission-to-share
  --permission-to-share  I have permission to share the texts of this private pack
  --accept-identifiers   with --privacy full: I have read what looks like an identifier, and accept that it is written
  --pack     the pack it is a run of; found among the bundled ones by its id when left out
  --scorers  instead of the pack's own: ${SCORERS.map(({ id }) => id).join(', ')}`,
  async run(args, io) {
    const { values, positionals } = commandArgs(args, {
      to: { type: 'string' },
      out: { type: 'string' },
      privacy: { type: 'string', default: 'scores' },
      pack: { type: 'string' },
      scorers: { type: 'string' },
      'permission-to-share': { type: 'boolean', default: false },
      'accept-identifiers': { type: 'boolean', default: false },
    });
    const [path, ...others] = positionals;
    if (path === undefined || others.length > 0)
      throw new AppError('input/option', 'give exactly one run', { option: 'file' });
    const to = exportById(requiredOption(values.to, '--to'));
    const out = requiredOption(values.out, '--out');
    const privacy = privacyOption(values.privacy);
    const scorers = values.scorers === undefined ? null : listOption(values.scorers);
    const run = await openRun(path, { pack: values.pack, scorers }, io);
    const scored = run.full();
    const { header, records, pack } = run;
    if (pack === null) throw new AppError('defect', 'an export without its pack');
    const view = exportView({ header, records, scored, pack, privacy });
    const verdict = fullTextGate(view, {
      permission: values['permission-to-share'],
      identifiers: values['accept-identifiers'],
    });
    if (verdict.kind === 'needs-permission') {
      throw new AppError(
        'input/option',
        `${pack.id} is private: its texts are written only with --permission-to-share. Without it, use --privacy hashes or scores`,
        { option: '--permission-to-share' },
      );
    }
    listIdentifiers(verdict.report, io);
    if (verdict.kind === 'needs-acceptance') {
      throw new AppError(
        'input/option',
        `${verdict.report.total} possible identifiers would be written. Read the samples named above, then add --accept-identifiers, or use --privacy hashes or scores`,
        { option: '--accept-identifiers' },
      );
    }
    const files = to.write(view).map(({ beside, text, bytes }) => ({
      path: beside === null ? out : besideName(out, beside),
      content: bytes ?? text,
    }));
    // All are checked before any is written: a refused export leaves nothing behind.
    for (const file of files)
      checkOutput(file.path, [path, ...(values.pack === undefined ? [] : [values.pack])]);
    for (const file of files) await writeWhole(file.path, [file.content]);
    io.err(`${files.map((file) => file.path).join(', ')}: ${to.title}, privacy ${privacy}`);
    return EXIT.done;
  },
};

function privacyOption(value: string): Privacy {
  const found = PRIVACY_LEVELS.find((level) => level === value);
  if (found !== undefined) return found;
  throw new AppError('input/option', `--privacy ${value} is not one of ${PRIVACY_LEVELS.join(', ')}`, {
    option: '--privacy',
  });
}

const LISTED_SAMPLES = 5;

/** Where, and how many: what was found is not repeated, because a terminal's output is often kept. */
function listIdentifiers({ total, kinds }: IdentifierReport, io: CliIo): void {
  if (total === 0) return;
  io.err(`Possible identifiers in the text: ${total}. The search finds some of them, never surely all.`);
  for (const { kind, found, samples } of kinds) {
    const listed = samples.slice(0, LISTED_SAMPLES).join(', ');
    const more = samples.length > LISTED_SAMPLES ? ', …' : '';
    io.err(`  ${kind}: ${found} in ${samples.length} samples (${listed}${more})`);
  }
}
