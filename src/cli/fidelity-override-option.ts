/** --use-anyway and --by: a person's word for a run on a device that failed its check, as on the page. */
import { AppError } from '../core/errors.ts';
import type { FidelityOverride } from '../core/fidelity/override.ts';
import type { OpenedRun } from './open-runs.ts';

export const OVERRIDE_OPTIONS = { 'use-anyway': { type: 'string' }, by: { type: 'string' } } as const;

export const OVERRIDE_HELP = `--use-anyway <reason> --by <name>
             for a run on a device that failed its check of fidelity: why its scores can be used, and who says so.
             A reason that was given on the page is in run.jsonl; these take its place`;

/** Only for a device that failed, and never without a name and a reason; left out: what the file says. */
export function overrideOption(
  { header: { fidelity }, fidelityOverride }: Pick<OpenedRun, 'header' | 'fidelityOverride'>,
  values: { readonly 'use-anyway'?: string | undefined; readonly by?: string | undefined },
  when: string,
): FidelityOverride | null {
  if (values['use-anyway'] === undefined && values.by === undefined) return fidelityOverride;
  if (fidelity?.verdict !== 'failed')
    throw new AppError('input/option', 'the device of this run did not fail its check: nothing to override', {
      option: '--use-anyway',
    });
  const given = { who: values.by?.trim() ?? '', reason: values['use-anyway']?.trim() ?? '' };
  if (given.who === '' || given.reason === '')
    throw new AppError('input/option', '--use-anyway needs a reason, and --by the name of who gives it', {
      option: given.reason === '' ? '--use-anyway' : '--by',
    });
  return { ...given, when };
}
