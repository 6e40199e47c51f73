import { AppError } from '../../core/errors.ts';
import { DEFAULT_LEVEL, DEFAULT_SEED } from '../../core/run/score-run.ts';
import { readScoreMatrix } from '../../core/stats/ranking/read-matrix.ts';
import { type RankingReport, rankingReport } from '../../core/stats/ranking/ranking-report.ts';
import type { RankRange } from '../../core/stats/ranking/rank-stability.ts';
import { matrixOfRuns } from '../../core/results-import/matrix-of-runs.ts';
import { commandArgs, listOption } from '../command-args.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { sourceFile } from '../files.ts';
import { RUN_FILES, openAll } from '../open-runs.ts';
import { textTable } from '../text-table.ts';

const SHOWN_TAUS = 30;

export const rankCommand: Command = {
  name: 'rank',
  summary: 'Rank many models over many benchmarks',
  usage: `bedside rank <matrix.csv | run run ...> [--pack file] [--scorers id,id] [--json]

  matrix.csv  model, then one column per benchmark; higher is better unless the column's name ends in ":lower";
              an empty cell is a missing result
  <run>       ${RUN_FILES}.
              The means of two runs or more make the matrix: a row a model, a column a pack and headline metric
  --pack, --scorers  as in compare
  --json      one JSON object on stdout

  Win rate (ties one half), Borda, Kemeny (exact to 15 models) and Bradley-Terry, with intervals over resampled
  benchmarks, Kendall's tau between benchmarks, how stable each rank is, every two models paired over
  benchmarks (to 8 models), and the arithmetic mean with a flag where it
  names another winner.`,
  async run(args, io) {
    const { values, positionals } = commandArgs(args, {
      pack: { type: 'string' },
      scorers: { type: 'string' },
      json: { type: 'boolean', default: false },
    });
    const [path, ...others] = positionals;
    if (path === undefined || (/\.csv$/i.test(path) && others.length > 0))
      throw new AppError('input/option', 'give one CSV of models and benchmarks, or runs', {
        option: 'file',
      });
    const scorers = values.scorers === undefined ? null : listOption(values.scorers);
    const matrix = /\.csv$/i.test(path)
      ? await readScoreMatrix(sourceFile(path))
      : matrixOfRuns(await openAll(positionals, { pack: values.pack, scorers }, io));
    const report = rankingReport(matrix, {
      level: DEFAULT_LEVEL,
      seed: DEFAULT_SEED,
    });
    io.out(values.json ? `${JSON.stringify(report)}\n` : `${textReport(report).join('\n')}\n`);
    return EXIT.done;
  },
};

function textReport(report: RankingReport): string[] {
  const sorted = [...report.models].sort((x, y) => (y.winRate ?? -1) - (x.winRate ?? -1));
  const rows = sorted.map(
    ({ model, results, winRate, winRateInterval, borda, bradleyTerry, mean, stability }) => [
      model,
      `${results}/${report.benchmarks}`,
      `${number(winRate)}${span(winRateInterval, 3)}`,
      number(borda.points, 1),
      `${number(bradleyTerry?.points ?? null, 0)}${span(bradleyTerry?.pointsInterval ?? null, 0)}`,
      number(mean),
      number(stability.rank, 1),
      ranks(stability.leaveOneOut),
      ranks(stability.resampled),
      ranks(stability.missing),
    ],
  );
  const header = [
    'model',
    'results',
    'win rate',
    'Borda',
    'Bradley-Terry',
    'mean',
    'rank',
    'leaving one out',
    'resampled',
    'missing',
  ];
  const { kemeny } = report;
  return [
    `${report.models.length} models, ${report.benchmarks} benchmarks, ${report.missing} results missing; ${Math.round(report.level * 100)} % intervals over resampled benchmarks${report.unreliable ? ' (unreliable: fewer than 10 benchmarks)' : ''}`,
    textTable(header, rows),
    kemeny.kind === 'order' && kemeny.order.length === 0
      ? 'Kemeny: n/a (no two models have a result on the same benchmark)'
      : kemeny.kind === 'order'
        ? `Kemeny: ${kemeny.order.map((index) => report.models[index]?.model ?? '').join(' > ')} (${kemeny.disagreements} disagreements${kemeny.optimalOrders > 1 ? `; ${kemeny.optimalOrders} orders are equally good` : ''})`
        : `Kemeny: n/a (exact to ${kemeny.limit} models only)`,
    ...(report.ridge
      ? [
          'Bradley-Terry: some models never lost to, or never met, the others; a ridge keeps their strengths finite.',
        ]
      : []),
    report.meanDisagrees.length > 0
      ? `FLAG: the arithmetic mean puts ${report.winners.mean.join(', ')} first; ${report.meanDisagrees.map((method) => `${method}: ${(report.winners as Record<string, readonly string[]>)[method]?.join(', ') ?? ''}`).join('; ')}.`
      : report.meanWords,
    ...(report.meanDisagrees.length > 0 && report.missing > 0 ? [report.meanWords] : []),
    ...report.pairs.map(
      ({ models: [first, second], difference: { value, low, high, n, unreliable }, test, holm }) =>
        value === null
          ? `${second} - ${first}: n/a (no benchmark has a result of both)`
          : `${second} - ${first}: ${value.toFixed(3)}${low === null || high === null ? ', no interval' : ` (${low.toFixed(3)} to ${high.toFixed(3)})`}, n ${n}${unreliable === undefined ? '' : `, unreliable: ${unreliable}`}${test === null || holm === null ? '' : `; sign-flip p ${test.p.toFixed(4)}, by Holm ${holm.toFixed(4)}`}`,
    ),
    ...report.taus
      .slice(0, SHOWN_TAUS)
      .map(
        ({ benchmarks, tau, n }) =>
          `tau-b ${benchmarks.join(' / ')}: ${tau === null ? 'n/a (too few models, or all tied)' : tau.toFixed(3)} (n ${n})`,
      ),
    ...(report.taus.length > SHOWN_TAUS
      ? [`and ${report.taus.length - SHOWN_TAUS} further pairs of benchmarks, in --json`]
      : []),
  ];
}

function number(value: number | null, digits = 3): string {
  return value === null ? 'n/a' : value.toFixed(digits);
}

function span(interval: { low: number; high: number } | null, digits: number): string {
  if (interval === null) return '';
  // No width is no certainty: the benchmarks at hand agree, others may not.
  if (interval.low === interval.high) return ' (the same in every resample)';
  return ` (${interval.low.toFixed(digits)} to ${interval.high.toFixed(digits)})`;
}

function ranks(range: RankRange | null): string {
  if (range === null) return '-';
  const one = (rank: number): string => String(Math.round(rank * 10) / 10);
  return range.best === range.worst ? one(range.best) : `${one(range.best)} to ${one(range.worst)}`;
}
