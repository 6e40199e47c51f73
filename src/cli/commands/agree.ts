import type { ComparedRun } from '../../core/compare/compare-runs.ts';
import { runNames } from '../../core/compare/comparison-report.ts';
import { AppError } from '../../core/errors.ts';
import { DEFAULT_LEVEL, DEFAULT_SEED } from '../../core/run/score-run.ts';
import { type AgreementReport, agreementReport } from '../../core/stats/agreement/agreement-report.ts';
import type { Agreement } from '../../core/stats/agreement/agreement-value.ts';
import type { BlandAltman } from '../../core/stats/agreement/bland-altman.ts';
import type { Intraclass } from '../../core/stats/agreement/intraclass.ts';
import { type JudgeCorrection, judgeCorrection } from '../../core/stats/agreement/judge-correction.ts';
import type { NotApplicable } from '../../core/stats/agreement/not-applicable.ts';
import { guessLevel, readRatings } from '../../core/stats/agreement/read-ratings.ts';
import type { RatingsTable } from '../../core/stats/agreement/ratings-table.ts';
import { ratingsOfRuns } from '../../core/results-import/ratings-of-runs.ts';
import { commandArgs, listOption } from '../command-args.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { sourceFile } from '../files.ts';
import { type OpenedRun, RUN_FILES, openAll } from '../open-runs.ts';
import { textTable } from '../text-table.ts';

const LEVELS = ['nominal', 'ordinal', 'interval'] as const;
const SHAPES = ['wide', 'long'] as const;

export const agreeCommand: Command = {
  name: 'agree',
  summary: 'How far raters, or a judge and people, agree',
  usage: `bedside agree <ratings.csv | run run ... --metric m> [--level nominal|ordinal|interval] [--shape wide|long] [--judge rater --reference rater [--positive value]] [--json]

  ratings.csv  wide (item, then one column per rater) or long (item, rater, rating); an empty cell is a missing rating;
               a column named patient or cluster says which items belong together
  <run>        ${RUN_FILES}.
               Two or more are the raters, their scores by --metric the ratings, the pack's samples the items
  --metric, --pack, --scorers   for runs
  --level      how ratings are measured; guessed from them, and said, when left out
  --shape      instead of guessing wide or long
  --judge      corrects this rater's positive rate by Rogan-Gladen: items that --reference rated too calibrate it,
               the others are corrected; --positive is the rating that counts (1 when left out)
  --json       one JSON object on stdout`,
  async run(args, io) {
    const { values, positionals } = commandArgs(args, {
      level: { type: 'string' },
      shape: { type: 'string' },
      metric: { type: 'string' },
      pack: { type: 'string' },
      scorers: { type: 'string' },
      judge: { type: 'string' },
      reference: { type: 'string' },
      positive: { type: 'string' },
      json: { type: 'boolean', default: false },
    });
    const [path, ...others] = positionals;
    if (path === undefined || (values.metric === undefined && others.length > 0))
      throw new AppError('input/option', 'give one CSV of ratings, or runs with --metric', {
        option: 'file',
      });
    const { table, shape, shapeReason } =
      values.metric === undefined
        ? await readRatings(sourceFile(path), oneOf(values.shape, SHAPES, '--shape'))
        : {
            table: ratingsOfRuns(
              namedRuns(
                await openAll(
                  positionals,
                  {
                    pack: values.pack,
                    scorers: values.scorers === undefined ? null : listOption(values.scorers),
                  },
                  io,
                ),
              ),
              values.metric,
            ),
            shape: 'wide',
            shapeReason: 'a run is a rater',
          };
    const guessed = guessLevel(table);
    const asked = oneOf(values.level, LEVELS, '--level');
    const level = asked ?? guessed.level;
    if (level !== 'nominal' && guessed.reason === 'ratings are words')
      throw new AppError('input/option', `--level ${level} needs ratings that are numbers`, {
        option: '--level',
      });
    const levelReason = asked === null ? guessed.reason : 'as asked';
    const report = agreementReport(table, level, { level: DEFAULT_LEVEL, seed: DEFAULT_SEED });
    const judge = correctionOf(table, values);
    const read = { shape, shapeReason, level, levelReason };
    if (values.json) io.out(`${JSON.stringify({ ...read, ...report, judge })}\n`);
    else io.out(`${[...headLines(read, report), ...reportLines(report), ...judgeLines(judge)].join('\n')}\n`);
    return EXIT.done;
  },
};

/** By what tells the runs apart: a path is no name in a table. */
function namedRuns(runs: readonly OpenedRun[]): readonly ComparedRun[] {
  const names = runNames(runs.map(({ header }) => header));
  return new Set(names).size < names.length
    ? runs
    : runs.map((run, at) => ({ ...run, name: names[at] ?? run.name }));
}

function oneOf<T extends string>(value: string | undefined, known: readonly T[], option: string): T | null {
  if (value === undefined) return null;
  const found = known.find((one) => one === value);
  if (found === undefined)
    throw new AppError('input/option', `${option} cannot be "${value}"`, { option, known });
  return found;
}

function correctionOf(
  table: RatingsTable,
  options: { judge?: string | undefined; reference?: string | undefined; positive?: string | undefined },
): JudgeCorrection | null {
  const { judge, reference, positive = '1' } = options;
  if (judge === undefined && reference === undefined) return null;
  if (judge === undefined || reference === undefined)
    throw new AppError('input/option', '--judge and --reference belong together', { option: '--judge' });
  return judgeCorrection(table, { judge, reference, positive }, DEFAULT_LEVEL);
}

function headLines(
  read: { shape: string; shapeReason: string; level: string; levelReason: string },
  report: AgreementReport,
): string[] {
  const { items, raters, ratings, missing, completeItems, pairableItems } = report;
  const shares = report.prevalence
    .slice(0, 12)
    .map(({ category, count, share }) => `${category}: ${count} (${share.toFixed(3)})`);
  const more = report.prevalence.length > 12 ? `, and ${report.prevalence.length - 12} more` : '';
  return [
    `${items} items, ${raters.length} raters (${raters.join(', ')}), ${ratings} ratings, ${missing} missing`,
    `${pairableItems} items with two ratings or more, ${completeItems} rated by all`,
    `read as ${read.shape} (${read.shapeReason}), ${read.level} (${read.levelReason})`,
    ...(report.clusters === null
      ? []
      : [
          `items of ${report.clusters} patients: intervals of agreement, kappa and alpha draw whole patients; those of ICC and Bland-Altman take items for independent and are too narrow`,
        ]),
    `ratings: ${shares.join(', ')}${more}`,
    '',
  ];
}

function reportLines(report: AgreementReport): string[] {
  const rows: string[][] = [
    row('raw agreement', report.agreement),
    row("Fleiss' kappa", report.fleiss),
    ...LEVELS.map((level) => row(`Krippendorff's alpha (${level})`, report.alpha[level])),
    ...report.pairs.flatMap(({ raters, agreement, kappa }) => [
      row(`${raters.join(' / ')}: agreement`, agreement),
      row(`${raters.join(' / ')}: Cohen's kappa`, kappa.plain),
      row(`${raters.join(' / ')}: kappa, linear weights`, kappa.linear),
      row(`${raters.join(' / ')}: kappa, quadratic weights`, kappa.quadratic),
    ]),
    ...Object.entries(report.icc).map(([form, icc]) => intraclassRow(form, icc)),
  ];
  return [
    textTable(['statistic', 'value', 'interval', 'n', ''], rows),
    ...report.pairs.flatMap(({ raters, twoByTwo }) =>
      twoByTwo === null
        ? []
        : [
            `${raters.join(' / ')}: prevalence index ${three(twoByTwo.prevalenceIndex)}, bias index ${three(twoByTwo.biasIndex)}, PABAK ${three(twoByTwo.pabak)} (n ${twoByTwo.n})`,
          ],
    ),
    ...limitsLines(report.blandAltman, report.raters),
  ];
}

function row(name: string, one: Agreement, note = ''): string[] {
  if (one.kind === 'not-applicable') return [name, 'n/a', '', '', one.words];
  const interval =
    one.low === null || one.high === null
      ? 'no interval'
      : `${three(one.low)} to ${three(one.high)} (${Math.round(one.level * 100)} %, ${one.method})`;
  const error = one.standardError === undefined ? '' : `SE ${three(one.standardError)}`;
  const caveat = one.unreliable === undefined ? '' : `unreliable: ${one.unreliable}`;
  return [name, three(one.value), interval, String(one.n), [error, note, caveat].filter(Boolean).join('; ')];
}

function intraclassRow(form: string, one: Intraclass): string[] {
  const name = form.replace(/^icc\.(.)\.(.)$/, 'ICC($1,$2)');
  if (one.kind === 'not-applicable' || one.test === null) return row(name, one);
  const { f, df1, df2, p } = one.test;
  return row(name, one, `F(${df1}, ${df2}) = ${three(f)}, p ${pText(p)}`);
}

function limitsLines(one: BlandAltman | NotApplicable, raters: readonly string[]): string[] {
  if (one.kind === 'not-applicable') return [`Bland-Altman: n/a (${one.words})`];
  const span = ({ low, high }: { low: number; high: number }): string => `${three(low)} to ${three(high)}`;
  return [
    `Bland-Altman, ${raters.join(' - ')}: bias ${three(one.bias)} (${span(one.biasInterval)}), limits ${three(one.lowerLimit)} (${span(one.lowerInterval)}) and ${three(one.upperLimit)} (${span(one.upperInterval)}), n ${one.n}${one.unreliable === undefined ? '' : `; unreliable: ${one.unreliable}`}`,
  ];
}

function judgeLines(judge: JudgeCorrection | null): string[] {
  if (judge === null) return [];
  const { counts, corrected } = judge;
  const calibrated = `calibrated on ${counts.sensitivity.n} positive and ${counts.specificity.n} negative items of ${judge.reference}`;
  if (corrected.kind === 'not-applicable')
    return [`rate corrected for ${judge.judge}: n/a (${corrected.words})`];
  return [
    `rate of "${judge.positive}" by ${judge.judge}: ${three(corrected.apparent)} as judged; corrected ${three(corrected.value)} (${three(corrected.low ?? 0)} to ${three(corrected.high ?? 1)}, ${corrected.method}), n ${corrected.n}; sensitivity ${three(corrected.sensitivity)}, specificity ${three(corrected.specificity)}, ${calibrated}${corrected.unreliable === undefined ? '' : '; unreliable: few calibration items'}`,
  ];
}

function three(value: number): string {
  return value.toFixed(3);
}

function pText(p: number): string {
  return p < 0.0001 ? '< 0.0001' : `= ${p.toFixed(4)}`;
}
