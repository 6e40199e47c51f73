/** The report of a comparison as a file, for `compare --out`. */
import type { SealedPlan } from '../core/compare/sealed-plan.ts';
import { AppError } from '../core/errors.ts';
import type { ComparedInput } from '../core/exports/comparison/comparison-view.ts';
import { COMPARISON_EXPORTS, comparisonExportById } from '../core/exports/comparison/registry.ts';
import { writeComparison } from '../core/exports/comparison/write-comparison.ts';
import type { Consent } from '../core/exports/full-text-gate.ts';
import type { Privacy } from '../core/exports/privacy.ts';
import type { CliIo } from './command.ts';
import { checkOutput, writeWhole } from './files.ts';
import { listIdentifiers, refuseFullText } from './full-text-options.ts';
import type { OpenedRun } from './open-runs.ts';

export interface ReportFileRequest {
  readonly out: string;
  /** Undefined: as the name of the file says. */
  readonly to: string | undefined;
  readonly privacy: Privacy;
  readonly consent: Consent;
  readonly effect: number;
  readonly plan: SealedPlan | null;
  readonly firstRecordAt: string | null;
  /** What must not be written over. */
  readonly inputs: readonly string[];
}

export async function writeReportFile(
  runs: readonly OpenedRun[],
  request: ReportFileRequest,
  io: CliIo,
): Promise<void> {
  const { out, inputs, effect, plan, firstRecordAt, privacy, consent } = request;
  checkOutput(out, inputs);
  const form = comparisonExportById(request.to ?? formOfName(out));
  const outcome = writeComparison({
    runs: runs.map(inputOf),
    to: form.id,
    effect,
    plan,
    firstRecordAt,
    privacy,
    consent,
  });
  if (outcome.kind !== 'written') refuseFullText(outcome, runs[0]?.pack?.id ?? '', io);
  listIdentifiers(outcome.report, io);
  await writeWhole(out, [outcome.text]);
  io.err(`${out}: ${form.title} of the comparison, privacy ${privacy}`);
}

function formOfName(out: string): string {
  return COMPARISON_EXPORTS.find(({ extension }) => out.endsWith(`.${extension}`))?.id ?? 'html';
}

function inputOf(run: OpenedRun): ComparedInput {
  const { name, header, records, pack } = run;
  const scored = run.full();
  if (pack === null)
    throw new AppError('input/option', `${name} has no texts of its samples: name its pack with --pack`, {
      option: '--pack',
    });
  return { header, records, scored, pack };
}
