/** What stands once for all runs of a comparison: what they cost, how they rank, how they were made. */
import { onParetoFront } from '../../compare/pareto-front.ts';
import { costRows } from '../../cost/cost-rows.ts';
import { OVERRIDE_HEADER, overrideRows } from '../override-rows.ts';
import { settingsRows } from '../settings-rows.ts';
import type { ComparisonView, ViewedRun } from './comparison-view.ts';
import { type ReportBlock, heading, list, paragraph, table, warning } from './report-blocks.ts';

export function runsBlock({ runs }: ComparisonView): ReportBlock {
  return table(
    ['which', 'run', 'model', 'started', 'planned', 'answered', 'failed', 'not answered', 'not reached'],
    runs.map(({ letter, name, view: { header, rows, states } }, at) => [
      at === 0 ? `${letter}, baseline` : letter,
      name,
      `${header.model.id}, ${header.model.dtype}`,
      header.createdAt,
      String(rows.length),
      String(states.answered),
      String(states.failed),
      String(states['not-answered']),
      String(states.missing),
    ]),
  );
}

export function planBlocks({ verdict, runs }: ComparisonView): ReportBlock[] {
  const title = heading('Non-inferiority');
  if (verdict === null)
    return [
      title,
      paragraph(
        'No sealed plan was given: that B is “no worse than A by more than a margin” is a claim only if measure, margin, number of samples and what counts as missing were fixed before the first answer.',
      ),
    ];
  const { plan, standing, reasons, words } = verdict;
  const [a, b] = runs;
  return [
    title,
    paragraph(`${words} (A is ${a?.name ?? ''}, ${b?.letter ?? 'B'} is ${b?.name ?? ''}.)`),
    standing === 'confirmatory'
      ? paragraph('Confirmatory: the plan says it was sealed before both runs began, and it was not amended.')
      : warning(`Exploratory only: ${reasons.join('; ')}.`),
    table(
      [
        'endpoint',
        'margin',
        'pairs planned',
        'missing scores',
        'sealed at, by its own word',
        'seal (SHA-256)',
      ],
      [
        [
          plan.metric,
          String(plan.margin),
          String(plan.samples),
          plan.missing === 'exclude' ? 'left out' : 'counted against B as far as can be',
          plan.sealedAt,
          plan.seal ?? 'none',
        ],
      ],
    ),
    ...(plan.amendments.length === 0
      ? [paragraph('The plan lists no amendment.')]
      : [
          table(
            ['amended at', 'what', 'why'],
            plan.amendments.map(({ at, what, why }) => [at, what, why]),
          ),
        ]),
  ];
}

export function costBlocks(view: ComparisonView): ReportBlock[] {
  const { runs } = view;
  const costs = runs.map((run) => new Map(costRows(run.view.cost)));
  const names = [...new Set(costs.flatMap((one) => [...one.keys()]))];
  return [
    heading('Quality against time and memory'),
    ...(names.length === 0
      ? [paragraph('No answer of these runs has its time, tokens or memory recorded.')]
      : [
          sideBySide(
            'cost',
            runs,
            names.map((name) => [name, costs.map((one) => one.get(name) ?? 'not recorded')]),
          ),
        ]),
    ...memoryWords(view),
    ...frontBlocks(view),
  ];
}

function memoryWords({ runs }: ComparisonView): ReportBlock[] {
  const silent = runs.filter(({ view }) => view.cost.memory === null).map(({ letter }) => letter);
  return silent.length === 0
    ? []
    : [
        paragraph(
          `Peak memory is not recorded of ${silent.join(', ')}; the size of the model’s files, the least that has to fit, stands under “Model files”.`,
        ),
      ];
}

/** Whom no other run beats on both, for each headline measure that every run has. */
function frontBlocks({ runs }: ComparisonView): ReportBlock[] {
  const timed = runs.flatMap(({ letter, view }) => {
    const { value } = view.cost.secondsPerAnswer;
    return value === null ? [] : [{ letter, seconds: value, columns: view.columns }];
  });
  if (timed.length < 2) return [];
  const [first] = timed;
  const lines = (first?.columns ?? []).flatMap(({ metric, measure }) => {
    const points = timed.flatMap(({ letter, seconds, columns }) => {
      const value = columns.find((one) => one.metric === metric)?.estimate.value ?? null;
      return value === null
        ? []
        : [{ letter, cost: seconds, gain: measure.better === 'higher' ? value : -value }];
    });
    if (!measure.headline || points.length < timed.length) return [];
    const front = onParetoFront(points);
    const kept = points.filter((_, at) => front[at] === true).map(({ letter }) => letter);
    return [`${measure.title} and seconds per answer: ${kept.join(', ')}`];
  });
  return lines.length === 0
    ? []
    : [
        paragraph('Runs that no other run beats on both the measure and the time, by their means alone:'),
        list(lines),
      ];
}

export function rankingBlocks({ ranking }: ComparisonView): ReportBlock[] {
  if (ranking === null || ranking.benchmarks === 0) return [];
  const number = (value: number | null, digits: number): string =>
    value === null ? 'none' : value.toFixed(digits);
  const span = (interval: { low: number; high: number } | null, digits: number): string =>
    interval === null
      ? ''
      : interval.low === interval.high
        ? ' (the same in every resample)'
        : ` (${interval.low.toFixed(digits)} to ${interval.high.toFixed(digits)})`;
  const { kemeny } = ranking;
  const models = [...ranking.models].sort((x, y) => (y.winRate ?? -1) - (x.winRate ?? -1));
  return [
    heading('Ranking of all runs'),
    paragraph(
      `Each headline measure counts as one benchmark (${ranking.benchmarks} in all), on each run’s own mean. Measures of one pack hang together, so this orders the runs; it does not test them.${ranking.unreliable ? ' Intervals over so few benchmarks are a rough guide.' : ''}`,
    ),
    table(
      ['run', 'win rate, ties ½', 'Borda', 'Bradley–Terry', 'Kemeny place', 'arithmetic mean'],
      models.map(({ model, winRate, winRateInterval, borda, bradleyTerry, mean }) => {
        const place =
          kemeny.kind === 'order'
            ? kemeny.order.findIndex((index) => ranking.models[index]?.model === model) + 1
            : 0;
        return [
          model,
          `${number(winRate, 3)}${span(winRateInterval, 3)}`,
          number(borda.points, 1),
          `${number(bradleyTerry?.points ?? null, 0)}${span(bradleyTerry?.pointsInterval ?? null, 0)}`,
          place === 0 ? 'none' : String(place),
          number(mean, 3),
        ];
      }),
    ),
    ranking.meanDisagrees.length > 0 ? warning(ranking.meanWords) : paragraph(ranking.meanWords),
  ];
}

export function overrideBlocks({ runs }: ComparisonView): ReportBlock[] {
  const rows = runs.flatMap(({ letter, view }) =>
    overrideRows(view.overrides).map((row) => [letter, ...row]),
  );
  return rows.length === 0
    ? []
    : [heading('Scores changed by people'), table(['run', ...OVERRIDE_HEADER], rows)];
}

export function settingsOfRuns({ runs }: ComparisonView): ReportBlock {
  const rows = runs.map((run) => new Map(settingsRows(run.view)));
  const names = [...new Set(rows.flatMap((one) => [...one.keys()]))].filter(
    (name) => !name.startsWith('cost: '),
  );
  return sideBySide(
    'setting',
    runs,
    names.map((name) => [name, rows.map((one) => one.get(name) ?? 'not stated')]),
  );
}

export function fileBlocks({ runs }: ComparisonView): ReportBlock[] {
  const rows = runs.flatMap(({ letter, view }) =>
    view.header.model.files.map(({ path, bytes, sha256 }) => [letter, path, String(bytes), sha256]),
  );
  const silent = runs.filter(({ view }) => view.header.model.files.length === 0);
  return [
    ...(rows.length === 0 ? [] : [table(['run', 'file', 'bytes', 'SHA-256'], rows)]),
    ...(silent.length === 0
      ? []
      : [paragraph(`No model files are named by ${silent.map(({ letter }) => letter).join(', ')}.`)]),
  ];
}

function sideBySide(
  what: string,
  runs: readonly ViewedRun[],
  rows: readonly (readonly [string, readonly string[]])[],
): ReportBlock {
  return table(
    [what, ...runs.map(({ letter }) => letter)],
    rows.map(([name, values]) => [name, ...values]),
  );
}
