import type { RunHeader } from '../contracts.ts';
import { AppError } from '../errors.ts';
import type { Provenance } from '../packs/pack.ts';
import { DEFAULT_LEVEL, DEFAULT_SEED } from '../run/score-run.ts';
import { holmAdjusted } from '../stats/paired/holm.ts';
import { compareLabels } from './compare-labels.ts';
import { type MetricComparison, compareMetric } from './compare-metric.ts';
import { type ComparedScores, columnOfMetric, sharedSamples } from './pair-scores.ts';
import { repeatSummary } from './repeat-summary.ts';
import { type SettingDifference, settingsDifferences } from './settings-differences.ts';

export interface ComparedRun {
  readonly name: string;
  readonly header: RunHeader;
  readonly scored: ComparedScores;
  /** Of the pack that was run, when it is a twin: its samples stand at the same places as its parent's. */
  readonly transformOf?: Provenance['transformOf'];
}

type PackOfRun = Pick<ComparedRun, 'name' | 'header' | 'transformOf'>;

/** The seal that a pack and all its twins have in common. */
function familySeal({ header, transformOf }: PackOfRun): string {
  return transformOf?.seal ?? header.pack.sha256;
}

function twinDifference(a: PackOfRun, b: PackOfRun): SettingDifference[] {
  if (a.header.pack.sha256 === b.header.pack.sha256) return [];
  const words = ({ transformOf }: PackOfRun): string =>
    transformOf === undefined
      ? 'as it is'
      : `twin of the same pack (transform ${transformOf.transform}, seed ${transformOf.seed})`;
  return [{ setting: 'pack', a: words(a), b: words(b), marked: true }];
}

export interface CompareOptions {
  readonly level?: number;
  readonly seed?: number;
  /** The difference to plan for, in the measures' own unit. */
  readonly effect?: number;
  /** Leaves out the measures that only repeat a headline one. */
  readonly headlineOnly?: boolean;
  /** Called after each metric. */
  readonly onMetric?: () => void;
}

/** A difference of five in a hundred. */
export const DEFAULT_EFFECT = 0.05;

export interface RunComparison {
  /** Before any score: what else differs. */
  readonly settings: readonly SettingDifference[];
  /** False when a marked setting differs: a difference is then not the model's alone. */
  readonly likeForLike: boolean;
  readonly samples: { readonly shared: number; readonly onlyInA: number; readonly onlyInB: number };
  readonly metrics: readonly MetricComparison[];
  /** Headline metrics by which B is better and by which it is worse, when there are both. */
  readonly disagreement: {
    readonly better: readonly string[];
    readonly worse: readonly string[];
    /** True when intervals on either side exclude zero. */
    readonly clear: boolean;
  } | null;
}

/**
 * Runs of different packs, or of an edited one, have no shared samples to compare: refused with the reason. A pack and
 * its twins share them.
 */
export function assertSamePack(a: PackOfRun, b: PackOfRun): void {
  const [first, second] = [a.header.pack, b.header.pack];
  if (familySeal(a) === familySeal(b)) return;
  const what =
    first.id === second.id
      ? `both are runs of ${first.id}, but its content differs (${first.version}, ${second.version}; other seal)`
      : `one is a run of ${first.id}, the other of ${second.id}`;
  throw new AppError('input/seal-mismatch', `cannot compare ${a.name} with ${b.name}: ${what}`, {
    expected: first.sha256,
    actual: second.sha256,
  });
}

/** What a twin says of its parent is believed as far as its samples bear it out. */
function assertSameIds(a: ComparedRun, b: ComparedRun): void {
  const ids = new Map(a.scored.items.map(({ index, sample }) => [index, sample.id]));
  const odd = b.scored.items.find(({ index, sample }) => (ids.get(index) ?? sample.id) !== sample.id);
  if (odd === undefined) return;
  throw new AppError(
    'input/seal-mismatch',
    `cannot compare ${a.name} with ${b.name}: sample ${odd.index + 1} is ${ids.get(odd.index) ?? ''} in one and ${odd.sample.id} in the other`,
    { expected: ids.get(odd.index) ?? '', actual: odd.sample.id },
  );
}

/** B against A on the samples both cover. Both must be scored by the same scorers. */
export function compareRuns(a: ComparedRun, b: ComparedRun, options: CompareOptions = {}): RunComparison {
  assertSamePack(a, b);
  const twin = twinDifference(a, b);
  if (twin.length > 0) assertSameIds(a, b);
  const settings = [...twin, ...settingsDifferences(a.header, b.header)];
  const how = {
    level: options.level ?? DEFAULT_LEVEL,
    seed: options.seed ?? DEFAULT_SEED,
    effect: options.effect ?? DEFAULT_EFFECT,
  };
  let samples = { shared: 0, onlyInA: 0, onlyInB: 0 };
  const compared = a.scored.tables
    .flatMap((table) => table.columns)
    .filter(({ measure }) => measure.headline || options.headlineOnly !== true)
    .flatMap((column) => {
      const { metric, measure } = column;
      const other = b.scored.tables.flatMap((table) => table.columns).find((one) => one.metric === metric);
      const [first, second] = [columnOfMetric(a.scored, metric), columnOfMetric(b.scored, metric)];
      if (other === undefined || first === null || second === null) return [];
      const shared = sharedSamples(first, second);
      samples = { shared: shared.samples.length, onlyInA: shared.onlyInA, onlyInB: shared.onlyInB };
      const repeatsA = repeatSummary(a.scored, metric, measure, how);
      const repeatsB = repeatSummary(b.scored, metric, measure, how);
      const repeats = repeatsA === null || repeatsB === null ? null : { a: repeatsA, b: repeatsB };
      const found = compareMetric(
        { metric, measure, a: column.estimate, b: other.estimate, shared, repeats },
        how,
      );
      options.onMetric?.();
      return [found];
    });
  const labelled = (a.scored.labels ?? []).flatMap((first) => {
    const second = b.scored.labels?.find(({ metric }) => metric === first.metric);
    if (second === undefined) return [];
    const found = compareLabels(
      { ...first, asked: a.scored.items },
      { ...second, asked: b.scored.items },
      how,
    );
    options.onMetric?.();
    return [found];
  });
  const [metrics = []] = withHolm([[...compared, ...labelled]]);
  return {
    settings,
    likeForLike: settings.every(({ marked }) => !marked),
    samples,
    metrics,
    disagreement: disagreementOf(metrics),
  };
}

/**
 * Holm's adjustment over every headline metric of every comparison made together. The other metrics repeat them
 * (precision, recall and F of one score) and would drown them.
 */
export function withHolm(comparisons: readonly (readonly MetricComparison[])[]): MetricComparison[][] {
  const adjusted = holmAdjusted(
    comparisons.flat().map(({ measure, test }) => (measure.headline && test !== null ? test.p : null)),
  );
  let at = -1;
  return comparisons.map((metrics) =>
    metrics.map((metric) => {
      at += 1;
      return metric.test === null
        ? metric
        : { ...metric, test: { ...metric.test, holm: adjusted[at] ?? null } };
    }),
  );
}

function disagreementOf(metrics: readonly MetricComparison[]): RunComparison['disagreement'] {
  const headline = metrics.filter(({ measure }) => measure.headline);
  const going = (direction: MetricComparison['direction']): MetricComparison[] =>
    headline.filter((metric) => metric.direction === direction);
  const [better, worse] = [going('better'), going('worse')];
  if (better.length === 0 || worse.length === 0) return null;
  return {
    better: better.map(({ metric }) => metric),
    worse: worse.map(({ metric }) => metric),
    clear: better.some(({ clear }) => clear) && worse.some(({ clear }) => clear),
  };
}
