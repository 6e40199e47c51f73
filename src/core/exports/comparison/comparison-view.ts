/** A comparison as a report may see it: what its privacy level withholds is not there. */
import type { ComparedRun } from '../../compare/compare-runs.ts';
import { type BaselineComparison, comparisonReport, runNames } from '../../compare/comparison-report.ts';
import { differingVersions } from '../../compare/differing-versions.ts';
import { plannedVerdict, type PlannedVerdict, type SealedPlan } from '../../compare/sealed-plan.ts';
import type { SliceField } from '../../compare/slice-differences.ts';
import { refuseAnchored } from '../../review/anchors.ts';
import { labelledRuns } from '../../run/label-reports.ts';
import { DEFAULT_LEVEL, DEFAULT_SEED, type ScoredRun } from '../../run/score-run.ts';
import type { RankingReport } from '../../stats/ranking/ranking-report.ts';
import { type ExportInput, type ExportView, exportView } from '../export-view.ts';
import type { Privacy } from '../privacy.ts';

/** What an export of that run alone would be given. */
export type ComparedInput = Omit<ExportInput, 'privacy'>;

export interface ComparisonInput {
  /** The baseline first; all of one pack, or of twins of it. */
  readonly runs: readonly ComparedInput[];
  readonly effect: number;
  /** For the baseline and the run after it. */
  readonly plan: SealedPlan | null;
  /** The earliest record of those two, ISO time; null when there is none. */
  readonly firstRecordAt: string | null;
  readonly privacy: Privacy;
}

export interface ViewedRun {
  /** "A", then "B", or "B1", "B2" … */
  readonly letter: string;
  readonly name: string;
  readonly view: ExportView;
}

export interface ViewedComparison extends Omit<BaselineComparison, 'samples'> {
  readonly a: string;
  readonly b: string;
  /** Index of run B in the view's runs. */
  readonly at: number;
  /** Metric -> scores by the sample's position in the pack. */
  readonly scores: ReadonlyMap<string, ReadonlyMap<number, readonly [number | null, number | null]>>;
}

export interface ComparisonView {
  readonly privacy: Privacy;
  readonly level: number;
  readonly effect: number;
  readonly runs: readonly ViewedRun[];
  readonly comparisons: readonly ViewedComparison[];
  /** Headline tests adjusted together. */
  readonly tests: number;
  readonly ranking: RankingReport | null;
  readonly verdict: PlannedVerdict | null;
  /** Scorers left out, because the runs were scored by different versions of them. */
  readonly otherVersions: readonly string[];
}

export function comparisonView(input: ComparisonInput): ComparisonView {
  const { runs, effect, plan, firstRecordAt, privacy } = input;
  refuseAnchored(
    runs[0]?.pack.samples ?? [],
    runs.map(({ header }) => header.model),
  );
  const otherVersions = differingVersions(
    runs.map(({ scored }) => scored.tables.map(({ scorer }) => scorer)),
  );
  const names = runNames(runs.map(({ header }) => header));
  const compared = runs.map(({ header, scored, pack }, at): ComparedRun => ({
    name: names[at] ?? '',
    header,
    scored: withLabels({
      ...scored,
      tables: scored.tables.filter(({ scorer }) => !otherVersions.includes(scorer.id)),
    }),
    transformOf: pack.provenance.transformOf,
  }));
  const slices = slicesOf(runs[0]?.pack);
  // Every measure: unlike a page, a report has no button for the others.
  const report = comparisonReport({ runs: compared, slices, headlineOnly: false, effect });
  const [a, b] = compared;
  const how = { level: DEFAULT_LEVEL, seed: DEFAULT_SEED };
  return {
    privacy,
    level: DEFAULT_LEVEL,
    effect,
    runs: runs.map((run, at) => ({
      letter: at === 0 ? 'A' : runs.length === 2 ? 'B' : `B${at}`,
      name: names[at] ?? '',
      view: exportView({ ...run, privacy }),
    })),
    comparisons: report.comparisons.map((one, at) => ({
      ...one,
      at: at + 1,
      slices: privacy === 'full' ? one.slices : withheldGroups(one.slices, isPrivate(runs)),
      scores: scoresByPosition(one.samples),
    })),
    tests: report.tests,
    ranking: report.ranking,
    verdict:
      plan === null || a === undefined || b === undefined
        ? null
        : plannedVerdict(plan, a, b, firstRecordAt, how),
    otherVersions,
  };
}

function withLabels(scored: ScoredRun): ComparedRun['scored'] {
  return { ...scored, labels: labelledRuns(scored) };
}

function isPrivate(runs: readonly ComparedInput[]): boolean {
  return runs.some(({ pack }) => pack.private === true);
}

function slicesOf(pack: ComparedInput['pack'] | undefined): SliceField[] {
  return (pack?.sliceFields ?? []).map((field) => ({
    field,
    values: (pack?.samples ?? []).map(({ meta }) => {
      const value = meta?.[field];
      return value === undefined ? null : String(value);
    }),
  }));
}

/** A group's name is text of a sample: of a private pack it is numbered, of any other a long one is. */
const LONGEST_NAME_WORDS = 4;

function withheldGroups(
  slices: BaselineComparison['slices'],
  privatePack: boolean,
): BaselineComparison['slices'] {
  const fields = [...new Set(slices.map(({ field }) => field))];
  const counts = new Map<string, number>();
  return slices.map((slice) => {
    const number = (counts.get(slice.field) ?? 0) + 1;
    counts.set(slice.field, number);
    const long = slice.value.split(/[^\p{L}\p{N}]+/u).length > LONGEST_NAME_WORDS || slice.value.length > 40;
    return {
      ...slice,
      field: privatePack ? `field ${fields.indexOf(slice.field) + 1}` : slice.field,
      value: privatePack || long ? `group ${number}` : slice.value,
    };
  });
}

function scoresByPosition({ indices, columns }: BaselineComparison['samples']): ViewedComparison['scores'] {
  return new Map(
    Object.entries(columns).map(([metric, { a, b }]) => [
      metric,
      new Map(indices.map((index, row) => [index + 1, [a[row] ?? null, b[row] ?? null] as const])),
    ]),
  );
}
