/** One pair of runs: what differs, what may be said, by how much, and which samples changed sides. */
import type { MetricComparison } from '../../compare/compare-metric.ts';
import {
  differenceText,
  figuresText,
  intervalText,
  meanText,
  methodText,
  pText,
  powerText,
  rangeText,
  verdictText,
} from '../../compare/difference-words.ts';
import type { Verdict } from '../../compare/verdict.ts';
import type { Estimate, MeasureSpec } from '../../contracts.ts';
import type { ComparisonView, ViewedComparison } from './comparison-view.ts';
import {
  type GainMark,
  type ReportBlock,
  heading,
  list,
  paragraph,
  table,
  warning,
} from './report-blocks.ts';

type Metrics = readonly (readonly [MetricComparison, Verdict])[];

/** `level`: that of its headings. */
export function pairBlocks(view: ComparisonView, pair: ViewedComparison, level: 2 | 3): ReportBlock[] {
  const metrics = pair.comparison.metrics.flatMap((metric) => {
    const verdict = pair.verdicts[metric.metric];
    return verdict === undefined ? [] : [[metric, verdict] as const];
  });
  const headline = metrics.filter(([{ measure }]) => measure.headline);
  const others = metrics.filter(([{ measure }]) => !measure.headline);
  return [
    heading('What differs between the runs', level),
    ...settingsBlocks(pair),
    heading('Is B better than A?', level),
    ...verdictBlocks(view, pair, headline),
    heading('Paired differences', level),
    ...gainCharts(headline),
    ...differenceTable(view, headline),
    ...(others.length === 0 ? [] : [heading('Further measures', 3), ...differenceTable(view, others)]),
    heading('Samples that changed sides', level),
    ...flipBlocks(metrics),
    ...groupBlocks(pair, level),
  ];
}

function settingsBlocks({ comparison }: ViewedComparison): ReportBlock[] {
  const { settings, likeForLike, samples } = comparison;
  const outside =
    samples.onlyInA + samples.onlyInB === 0
      ? ''
      : ` ${samples.onlyInA} only in A and ${samples.onlyInB} only in B take no part.`;
  return [
    ...(likeForLike
      ? []
      : [
          warning(
            'Not like for like: the runs were not asked the same way (marked below), so a difference in the scores is not the model’s alone.',
          ),
        ]),
    settings.length === 0
      ? paragraph('No setting differs: the same model, asked the same way, on the same device.')
      : table(
          ['setting', 'A', 'B', 'mark'],
          settings.map(({ setting, a, b, marked }) => [setting, a, b, marked ? 'not like for like' : '']),
        ),
    paragraph(`Shared samples: ${samples.shared}.${outside}`),
  ];
}

function verdictBlocks(view: ComparisonView, pair: ViewedComparison, headline: Metrics): ReportBlock[] {
  const { disagreement } = pair.comparison;
  const titles = (keys: readonly string[]): string =>
    keys.map((key) => headline.find(([{ metric }]) => metric === key)?.[0].measure.title ?? key).join(', ');
  if (headline.length === 0)
    return [
      warning(
        'The runs have no headline score in common, so nothing can be said. Score both again with the same scorers.',
      ),
    ];
  return [
    list(
      headline.map(
        ([metric, verdict]) =>
          `${metric.measure.title}: ${verdictText(metric, verdict)}${verdict.value === null || verdict.kind === 'same' ? '' : ` ${figuresText(metric, verdict, view.tests)}.`}`,
      ),
    ),
    ...(disagreement === null
      ? []
      : [
          warning(
            `The measures disagree: B is ahead on ${titles(disagreement.better)}, behind on ${titles(disagreement.worse)}${disagreement.clear ? ', each by more than its interval' : ''}. Which matters more is a clinical judgement that no average can make.`,
          ),
        ]),
  ];
}

function gainCharts(headline: Metrics): ReportBlock[] {
  const marks = (counts: boolean): GainMark[] =>
    headline.flatMap(([metric, verdict]) =>
      (metric.measure.kind === 'count') === counts ? markOf(metric, verdict) : [],
    );
  const charts = [
    {
      title: 'Gains in shares and fractions',
      unit: 'Difference as a share of 1: 0.1 is 10 points',
      marks: marks(false),
    },
    { title: 'Gains in counts per sample', unit: 'Difference per sample', marks: marks(true) },
  ];
  return charts.flatMap((chart) => (chart.marks.length === 0 ? [] : [{ kind: 'gains' as const, ...chart }]));
}

function markOf({ measure }: MetricComparison, verdict: Verdict): GainMark[] {
  const { value, kind } = verdict;
  if (value === null) return [];
  // An interval without width would claim to know what no sample has shown.
  const [low, high] = kind === 'same' ? [null, null] : [verdict.low, verdict.high];
  const turned = (one: number | null): number | null =>
    one === null ? null : measure.better === 'higher' ? one : -one;
  const [from, to] = measure.better === 'higher' ? [low, high] : [high, low];
  return [
    {
      label: measure.title,
      gain: turned(value) ?? 0,
      low: turned(from),
      high: turned(to),
      shown: kind === 'better' || kind === 'worse',
      text: `${differenceText(value, measure.kind)}${low === null || high === null ? '' : ` (${rangeText(low, high, measure.kind).replace(' points', '')})`}`,
    },
  ];
}

function differenceTable({ level }: ComparisonView, metrics: Metrics): ReportBlock[] {
  if (metrics.length === 0) return [paragraph('There is no such measure.')];
  const percent = `${Math.round(level * 100)} %`;
  return [
    table(
      ['measure', 'A', 'B', `B minus A, ${percent} interval`, 'p; adjusted', 'notes'],
      metrics.map(([metric, verdict]) => [
        `${metric.measure.title} (${metric.metric}; ${metric.measure.better} is better)`,
        estimateText(metric.a, metric.measure.kind),
        estimateText(metric.b, metric.measure.kind),
        `${differenceCell(metric, verdict)}; n = ${metric.difference.n} pairs${metric.difference.clusters === undefined ? '' : ` of ${metric.difference.clusters} patients`}`,
        testCell(metric),
        [
          `${methodText(metric, verdict)}${verdict.unreliable === null ? '' : '; interval unreliable here'}`,
          powerText(metric),
          ...missingNotes(metric),
        ].join('; '),
      ]),
      'pairs',
    ),
  ];
}

function estimateText(
  { value, low, high, n, unscored, failed }: Estimate,
  kind: MeasureSpec['kind'],
): string {
  const counts = `n ${n}${unscored > 0 ? `, unscored ${unscored}` : ''}${failed > 0 ? `, failed ${failed}` : ''}`;
  if (value === null) return `no score; ${counts}`;
  const interval =
    low === null || high === null ? 'no interval' : `${meanText(low, kind)} to ${meanText(high, kind)}`;
  return `${meanText(value, kind)} (${interval}); ${counts}`;
}

function differenceCell(
  { measure: { kind } }: MetricComparison,
  { value, low, high, kind: said }: Verdict,
): string {
  if (value === null) return 'nothing to compare';
  if (said === 'same') return 'no sample differs';
  return `${differenceText(value, kind)} (${intervalText(low, high, kind)})`;
}

function testCell({ test }: MetricComparison): string {
  if (test === null) return 'no test';
  return `${pText(test.p)}; ${test.holm === null ? 'not adjusted' : `${pText(test.holm)} by Holm`}`;
}

function missingNotes({ scored, bounds, measure: { kind } }: MetricComparison): string[] {
  const missing = scored.onlyA + scored.onlyB + scored.neither;
  if (missing === 0) return [];
  const reach =
    bounds === null ? '' : `; at worst and at best they make it ${rangeText(bounds.low, bounds.high, kind)}`;
  return [
    `${missing} of ${missing + scored.both} lack a score in A (${scored.onlyB}), B (${scored.onlyA}) or both (${scored.neither})${reach}`,
  ];
}

function flipBlocks(metrics: Metrics): ReportBlock[] {
  const binary = metrics.filter(([{ flips }]) => flips !== null);
  const graded = metrics.filter(([{ flips, measure }]) => flips === null && measure.headline);
  return [
    ...(binary.length === 0
      ? [paragraph('No measure here is right or wrong, so no sample can change sides.')]
      : [
          table(
            ['measure', 'both right', 'only A right', 'only B right', 'both wrong', 'exact McNemar test'],
            binary.map(([{ measure, flips, mcNemar }]) => [
              measure.title,
              ...[flips?.bothRight, flips?.onlyA, flips?.onlyB, flips?.bothWrong].map((ids) =>
                String(ids?.length ?? 0),
              ),
              mcNemar === null
                ? 'no test'
                : `${pText(mcNemar.p)}, mid-${pText(mcNemar.midP)}${mcNemar.assumption === undefined ? '' : '; takes samples of one patient for independent'}`,
            ]),
          ),
        ]),
    ...(graded.length === 0
      ? []
      : [
          table(
            ['graded measure', 'A ahead', 'B ahead', 'equal'],
            graded.map(([{ measure, leads }]) => [
              measure.title,
              String(leads.a),
              String(leads.b),
              String(leads.equal),
            ]),
          ),
        ]),
  ];
}

function groupBlocks({ slices }: ViewedComparison, level: 2 | 3): ReportBlock[] {
  if (slices.length === 0) return [];
  return [
    heading('By group', level),
    paragraph(
      'Differences, B minus A, within groups of samples. These are looks after the fact: no test is made, and among many groups some will stand out by chance alone.',
    ),
    table(
      ['field', 'group', 'samples', 'measure', 'B minus A'],
      slices.flatMap(({ field, value, samples, metrics }) =>
        metrics.map(({ measure: { title, kind }, difference: { value: mean, low, high, n, unreliable } }) => [
          field,
          value,
          String(samples),
          title,
          mean === null
            ? 'nothing to compare'
            : `${differenceText(mean, kind)} (${intervalText(low, high, kind)}), n = ${n}${unreliable === undefined ? '' : ', unreliable'}`,
        ]),
      ),
    ),
  ];
}
