/** What the reviews of a run say together: minutes, changes, signatures and harms per note, with intervals. */
import type { Estimate, MeasureSpec, Score } from '../contracts.ts';
import { estimateMean, type EstimateOptions } from '../metrics/estimate.ts';
import type { FlagOutcome } from './audit-override.ts';
import { currentEdits, type KeptEdit, type KeptOverride } from './run-reviews.ts';

export interface ReviewMeasure {
  readonly measure: Pick<MeasureSpec, 'id' | 'title' | 'kind' | 'better'>;
  readonly estimate: Estimate;
}

export interface ReviewSummary {
  /** Notes with at least one signed-off edit, and people who gave one. */
  readonly notes: number;
  readonly raters: readonly string[];
  readonly measures: readonly ReviewMeasure[];
  /** Flags of the notes that somebody has looked at; null where there is no audit or nobody looked. */
  readonly flags: FlagCounts | null;
}

export interface FlagCounts {
  readonly notes: number;
  readonly audit: number;
  readonly notErrors: number;
  readonly added: number;
  readonly afterReview: number;
}

const MEASURES: readonly (ReviewMeasure['measure'] & { value: (kept: KeptEdit) => number })[] = [
  {
    id: 'minutes',
    title: 'Active minutes until acceptable',
    kind: 'count',
    better: 'lower',
    value: ({ edit }) => edit.activeMs / 60_000,
  },
  {
    id: 'would-sign',
    title: 'Would sign after the edit',
    kind: 'binary',
    better: 'higher',
    value: ({ edit }) => Number(edit.wouldSign),
  },
  {
    id: 'harm',
    title: 'Harm if signed unread, minor or major',
    kind: 'binary',
    better: 'lower',
    value: ({ edit }) => Number(edit.harm !== 'none'),
  },
  {
    id: 'major-harm',
    title: 'Major harm if signed unread',
    kind: 'binary',
    better: 'lower',
    value: ({ edit }) => Number(edit.harm === 'major'),
  },
  {
    id: 'words-changed',
    title: 'Words changed',
    kind: 'count',
    better: 'lower',
    value: ({ edit }) => edit.words.steps,
  },
];

/**
 * `clusterOf` names the patient of a record: two people's reviews of one note, or two notes of one patient, are
 * not two independent observations.
 */
export function reviewSummary(
  edits: readonly KeptEdit[],
  flags: FlagCounts | null,
  clusterOf: (recordKey: string) => string,
  options: EstimateOptions,
): ReviewSummary {
  const current = currentEdits(edits);
  const clusters = current.map(({ recordKey }) => clusterOf(recordKey));
  return {
    notes: new Set(current.map(({ recordKey }) => recordKey)).size,
    raters: [...new Set(current.map(({ edit }) => edit.rater))].sort(),
    measures:
      current.length === 0
        ? []
        : MEASURES.map(({ value, ...measure }) => ({
            measure,
            estimate: estimateMean(
              current.map((kept): Score => ({ state: 'scored', value: value(kept) })),
              clusters,
              measure,
              options,
            ),
          })),
    flags,
  };
}

/** Counts over the notes that were looked at: those edited, or with at least one mark on their audit. */
export function flagCounts(
  flagsOf: ReadonlyMap<string, readonly { readonly id: string; readonly outcome: FlagOutcome }[]>,
  edits: readonly KeptEdit[],
  overrides: readonly KeptOverride[],
): FlagCounts | null {
  const looked = new Set([...edits, ...overrides].map(({ recordKey }) => recordKey));
  const notes = [...looked].filter((key) => flagsOf.has(key));
  if (notes.length === 0) return null;
  let audit = 0;
  let notErrors = 0;
  let added = 0;
  for (const key of notes) {
    const flags = new Set((flagsOf.get(key) ?? []).map(({ id }) => id));
    const cleared = new Set<string>();
    for (const { recordKey, override } of overrides) {
      if (recordKey !== key) continue;
      if (override.verdict === 'missed-by-audit') added += 1;
      else if (flags.has(override.flag)) cleared.add(override.flag);
    }
    audit += flags.size;
    notErrors += cleared.size;
  }
  return { notes: notes.length, audit, notErrors, added, afterReview: audit - notErrors + added };
}
