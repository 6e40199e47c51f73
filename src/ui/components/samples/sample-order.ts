/** Filtering and sorting of the sample list. Pure: the page only draws what comes out. */
import type { MetricRow, SampleRow } from '../../../app/services.ts';
import type { Score } from '../../../core/contracts.ts';

export interface ListChoice {
  readonly search: string;
  /** "all", "failed", "unscored", "reviewed", "unreviewed", or "bad:<metric key>". */
  readonly flag: string;
  /** "pack" or "worst:<metric key>" or "best:<metric key>". */
  readonly sort: string;
}

export const DEFAULT_CHOICE: ListChoice = { search: '', flag: 'all', sort: 'pack' };

/** Measures a sample can plainly fail: a wrong answer, a count of errors above zero. */
export function flaggable(rows: readonly MetricRow[]): readonly MetricRow[] {
  return rows.filter(
    ({ measure }) =>
      measure.headline &&
      (measure.kind === 'binary' || measure.better === 'lower') &&
      measure.kind !== 'fraction',
  );
}

export function isBad(score: Score | undefined, { measure }: MetricRow): boolean {
  // A fraction below one is ordinary; only a missed yes-or-no or a counted error stands out.
  if (score?.state !== 'scored' || measure.kind === 'fraction') return false;
  return measure.better === 'higher' ? score.value < 1 : score.value > 0;
}

/** What is known of records beyond their scores. */
export interface KnownRecords {
  /** Keys whose texts hold the words searched for; null while nothing is searched for or found yet. */
  readonly found: ReadonlySet<string> | null;
  /** Keys of notes that somebody edited. */
  readonly reviewed: ReadonlySet<string>;
}

const NOTHING_KNOWN: KnownRecords = { found: null, reviewed: new Set() };

function matchesFlag(
  row: SampleRow,
  flag: string,
  metrics: readonly MetricRow[],
  { reviewed }: KnownRecords,
): boolean {
  if (flag === 'all') return true;
  if (flag === 'reviewed') return reviewed.has(row.key);
  if (flag === 'unreviewed') return !reviewed.has(row.key);
  if (flag === 'failed') return row.state === 'failed';
  if (flag === 'unscored') {
    return row.state !== 'done' || Object.values(row.scores).some((score) => score.state === 'unscored');
  }
  const metric = metrics.find((item) => `bad:${item.key}` === flag);
  return metric !== undefined && isBad(row.scores[metric.key], metric);
}

function bySort(sort: string, metrics: readonly MetricRow[]): (a: SampleRow, b: SampleRow) => number {
  const inPack = (a: SampleRow, b: SampleRow) => a.index - b.index || a.repeat - b.repeat;
  const [direction, key] = [sort.slice(0, sort.indexOf(':')), sort.slice(sort.indexOf(':') + 1)];
  const metric = metrics.find((item) => item.key === key);
  if (metric === undefined) return inPack;
  const sign = (metric.measure.better === 'higher') === (direction === 'worst') ? 1 : -1;
  // Unscored samples come last either way: they are neither good nor bad.
  return (a, b) => {
    const [left, right] = [a.scores[key], b.scores[key]];
    if (left?.state !== 'scored' || right?.state !== 'scored') {
      return Number(left?.state !== 'scored') - Number(right?.state !== 'scored') || inPack(a, b);
    }
    return (left.value - right.value) * sign || inPack(a, b);
  };
}

export function arrangeSamples(
  rows: readonly SampleRow[],
  metrics: readonly MetricRow[],
  choice: ListChoice,
  known: KnownRecords = NOTHING_KNOWN,
): readonly SampleRow[] {
  const words = choice.search.trim().toLowerCase();
  return rows
    .filter((row) => matchesWords(row, words, known) && matchesFlag(row, choice.flag, metrics, known))
    .sort(bySort(choice.sort, metrics));
}

/** The id is at hand; the texts take a moment to look through. */
function matchesWords(row: SampleRow, words: string, { found }: KnownRecords): boolean {
  return words === '' || row.sampleId.toLowerCase().includes(words) || found?.has(row.key) === true;
}
