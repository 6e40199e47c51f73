import { AppError } from '../../core/errors.ts';
import { besideName } from '../../core/exports/beside-name.ts';
import { exportView } from '../../core/exports/export-view.ts';
import { fullTextGate } from '../../core/exports/full-text-gate.ts';
import { EXPORTS, exportById } from '../../core/exports/registry.ts';
import { SCORERS } from '../../core/scorers/registry.ts';
import { commandArgs, listOption, requiredOption } from '../command-args.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { checkOutput, writeWhole } from '../files.ts';
import {
  FULL_TEXT_HELP,
  FULL_TEXT_OPTIONS,
  consentOptions,
  listIdentifiers,
  privacyOption,
  refuseFullText,
} from '../full-text-options.ts';
import { OVERRIDE_HELP, OVERRIDE_OPTIONS, overrideOption } from '../fidelity-override-option.ts';
import { RUN_FILES, openRun } from '../open-runs.ts';

export const exportCommand: Command = {
  name: 'export',
  summary: 'Write a run for other tools or as a report, without its text unless asked',
  usage: `bedside export <run> --to <export id> --out <file> [--privacy scores|hashes|full] [--pack file] [--scorers id,id]

  <run>      ${RUN_FILES}
  --to       ${EXPORTS.map(({ id, description }) => `${id}: ${description}`).join('\n             ')}
  --out      the first file; further ones go beside it, named after it without its extension:
             ${EXPORTS.flatMap(({ id, beside }) => beside.map(({ name, what, from }) => `${id}: .${name}  ${what}${from === 'scores' ? '' : ` (from --privacy ${from})`}`)).join('\n             ')}
  ${FULL_TEXT_HELP}
  ${OVERRIDE_HELP}
  --pack     the pack it is a run of; found among the bundled ones by its id when left out
  --scorers  instead of the pack's own: ${SCORERS.map(({ id }) => id).join(', ')}`,
  async run(args, io) {
    const { values, positionals } = commandArgs(args, {
      to: { type: 'string' },
      out: { type: 'string' },
      pack: { type: 'string' },
      scorers: { type: 'string' },
      ...FULL_TEXT_OPTIONS,
      ...OVERRIDE_OPTIONS,
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
    const fidelityOverride = overrideOption(run, values, new Date().toISOString());
    if (header.fidelity?.verdict === 'failed' && fidelityOverride === null)
      io.err(
        `The device failed its check of fidelity before this run: ${header.fidelity.failures.join('; ')}. The export says so; --use-anyway with --by adds why its scores can be used.`,
      );
    const view = exportView({ header, records, scored, pack, privacy, fidelityOverride });
    const verdict = fullTextGate(view, consentOptions(values));
    if (verdict.kind !== 'open') refuseFullText(verdict, pack.id, io);
    listIdentifiers(verdict.report, io);
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
