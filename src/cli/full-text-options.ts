/** The options that decide what text may leave, the same for every command that writes a file. */
import { AppError } from '../core/errors.ts';
import type { Consent, GateVerdict } from '../core/exports/full-text-gate.ts';
import { PRIVACY_LEVELS, type Privacy } from '../core/exports/privacy.ts';
import type { CliIo } from './command.ts';

export const FULL_TEXT_OPTIONS = {
  privacy: { type: 'string', default: 'scores' },
  'permission-to-share': { type: 'boolean', default: false },
  'accept-identifiers': { type: 'boolean', default: false },
} as const;

export const FULL_TEXT_HELP = `--privacy  scores: numbers and settings only, samples by position (the default)
             hashes: also sample ids and the SHA-256 of sample, prompt and output
             full:   also the texts; of a private pack only with --permission-to-share
  --permission-to-share  I have permission to share the texts of this private pack
  --accept-identifiers   with --privacy full: I have read what looks like an identifier, and accept that it is written`;

interface FullTextValues {
  readonly privacy: string;
  readonly 'permission-to-share': boolean;
  readonly 'accept-identifiers': boolean;
}

export function privacyOption(value: string): Privacy {
  const found = PRIVACY_LEVELS.find((level) => level === value);
  if (found !== undefined) return found;
  throw new AppError('input/option', `--privacy ${value} is not one of ${PRIVACY_LEVELS.join(', ')}`, {
    option: '--privacy',
  });
}

export function consentOptions(values: FullTextValues): Consent {
  return { permission: values['permission-to-share'], identifiers: values['accept-identifiers'] };
}

type Refusal = Exclude<GateVerdict, { kind: 'open' }>;

/** Refuses with the option that would open the gate. */
export function refuseFullText(verdict: Refusal, packId: string, io: CliIo): never {
  if (verdict.kind === 'needs-permission')
    throw new AppError(
      'input/option',
      `${packId} is private: its texts are written only with --permission-to-share. Without it, use --privacy hashes or scores`,
      { option: '--permission-to-share' },
    );
  listIdentifiers(verdict.report, io);
  throw new AppError(
    'input/option',
    `${verdict.report.total} possible identifiers would be written. Read the samples named above, then add --accept-identifiers, or use --privacy hashes or scores`,
    { option: '--accept-identifiers' },
  );
}

const LISTED_SAMPLES = 5;

/** Where, and how many: what was found is not repeated, because a terminal's output is often kept. */
export function listIdentifiers(
  { total, kinds }: Extract<GateVerdict, { report: unknown }>['report'],
  io: CliIo,
): void {
  if (total === 0) return;
  io.err(`Possible identifiers in the text: ${total}. The search finds some of them, never surely all.`);
  for (const { kind, found, samples } of kinds) {
    const listed = samples.slice(0, LISTED_SAMPLES).join(', ');
    const more = samples.length > LISTED_SAMPLES ? ', …' : '';
    io.err(`  ${kind}: ${found} in ${samples.length} samples (${listed}${more})`);
  }
}
