/** The measurement as a page of the docs and as a table of the product. */
import type { Estimate } from '../../src/core/contracts.ts';
import { AUDIT_CATEGORIES } from '../../src/core/contracts.ts';
import type { CategoryShares } from './shares.ts';

export interface Measurement {
  readonly half: 'dev' | 'held-out';
  readonly version: string;
  readonly encounters: number;
  readonly sentences: number;
  readonly either: readonly CategoryShares[];
  readonly both: readonly CategoryShares[];
  readonly major: Estimate;
  readonly kappas: readonly { readonly category: string; readonly kappa: string }[];
  readonly omissions: {
    readonly recall: Estimate;
    readonly majorRecall: Estimate;
    readonly precision: Estimate;
  };
}

function percent(value: number | null): string {
  return value === null ? '?' : String(Math.round(value * 100));
}

function words({ value, low, high, n, clusters }: Estimate): string {
  if (value === null) return 'none';
  const interval = low === null || high === null ? 'no interval' : `${percent(low)} to ${percent(high)}`;
  return `${percent(value)} % (${interval}; n ${n}${clusters === undefined ? '' : `, ${clusters} encounters`})`;
}

function table(shares: readonly CategoryShares[]): string {
  const rows = shares.map(
    ({ category, recall, recallInCategory, precision, precisionInCategory }) =>
      `| ${category} | ${words(recall)} | ${words(recallInCategory)} | ${words(precision)} | ${words(precisionInCategory)} |`,
  );
  return [
    '| category | errors whose sentence is flagged | … in their category | flags in a sentence with an error | … of their category |',
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function section(measured: Measurement): string {
  const { half, version, encounters, sentences, either, both, major, kappas, omissions } = measured;
  return `## ${half === 'dev' ? 'Development half (the rules were tuned on it; not a result)' : 'Held-out half (looked at once with version 1; version 2 had three of its words taken back after a look at both halves)'}

Audit version ${version}; ${encounters} encounters, ${sentences} sentences.

### Errors that at least one annotator saw

${table(either)}

Errors that an annotator called major: ${words(major)} have their sentence flagged.

### Errors that both annotators saw

${table(both)}

### Omissions in the notes of the summarisation system

An omission counts as found when the audit lists something of the same turn of the transcript or the one beside it.
Found: ${words(omissions.recall)}; of the major ones ${words(omissions.majorRecall)}.
Items of the audit beside an omission that an annotator saw: ${words(omissions.precision)}.

### Agreement of the annotators

Cohen's kappa over sentences, error or none, with its large-sample 95 % interval.

| category | kappa |
|---|---|
${kappas.map(({ category, kappa }) => `| ${category} | ${kappa} |`).join('\n')}
`;
}

export function measuredPage(measurements: readonly Measurement[]): string {
  return `# What the transcript audit finds

The audit (scorer \`audit\`) reads a note against its transcript by rules, without a reference and without a model.
This page says how many real errors it finds, on notes that no model of ours wrote: a fine-tuned summarisation system
and a longest-turn baseline on ACI-Bench test set 1 (Yim et al., Sci Data 2023;10:586, CC BY 4.0).

- Labels: the authors, with AI assistance, labelled every sentence in two passes from one written
  guide. No clinician took part. They agree more than two clinicians would: the kappas below say that the guide was
  read alike, not that the labels are right. They are in \`bench/audit/labels\`, keyed by encounter and sentence hash, without text.
- What is counted: a sentence and a category of error. The first tables take what at least one annotator marked; the
  second what both marked. Row "any" is about sentences with any error at all, "other" (wrong person, garbled words)
  included, which the audit does not look for.
- Intervals: 95 %, sentences of one encounter taken as one cluster (Wilson's where no encounter
  differs from another); with fewer than 20 encounters they are too narrow.
- These notes err more, and more grossly, than those of present models. On other notes the audit may find more or less.
- Run again: \`npx tsx bench/audit/measure.ts <folder of the published results> held-out\`.

${measurements.map(section).join('\n')}`;
}

function entry(category: string, { value, low, high, n, clusters }: Estimate): string {
  const fields = { category, value, low, high, n, clusters: clusters ?? null };
  return `  ${JSON.stringify(fields)},`;
}

/** The recall the product shows beside a clean result: errors whose sentence the audit points at. */
export function measuredModule({ version, either, omissions, encounters, sentences }: Measurement): string {
  const shown: readonly string[] = ['any', ...AUDIT_CATEGORIES];
  const rows = either.filter(({ category }) => shown.includes(category));
  return `/**
 * Written by bench/audit/measure.ts: what share of real errors the transcript audit points at, held-out half.
 * See docs/audit-measured.md.
 */
import type { AuditCategory } from '../../contracts.ts';

export interface MeasuredRecall {
  /** "any": sentences with any error; "missed": what a note leaves out. */
  readonly category: AuditCategory | 'any' | 'missed';
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Labelled errors. */
  readonly n: number;
  /** Encounters they come from. */
  readonly clusters: number | null;
}

export const MEASURED_RECALL: readonly MeasuredRecall[] = [
${rows.map(({ category, recall }) => entry(category, recall)).join('\n')}
${entry('missed', omissions.recall)}
];

export const MEASURED_PRECISION: MeasuredRecall =
${either
  .filter(({ category }) => category === 'any')
  .map(({ category, precision }) => entry(category, precision).replace(/,$/u, ';'))
  .join('\n')}

export const MEASURED_ON = {
  auditVersion: '${version}',
  level: 0.95,
  encounters: ${encounters},
  sentences: ${sentences},
  source: 'ACI-Bench test set 1, notes of two published systems (Yim et al., Sci Data 2023;10:586)',
  labels: 'the authors with AI assistance, two passes, no clinician',
} as const;
`;
}
