/** A CSV that holds no run but a table about runs: ratings of several raters, or the scores of models on benchmarks. */
import type { SourceFile } from '../contracts.ts';
import { AppError } from '../errors.ts';
import { DEFAULT_LEVEL, DEFAULT_SEED } from '../run/score-run.ts';
import { type AgreementReport, agreementReport } from '../stats/agreement/agreement-report.ts';
import { type CsvTable, isMissing, readCsvTable } from '../stats/agreement/csv-table.ts';
import {
  type JudgeCorrection,
  type JudgeRoles,
  judgeCorrection,
} from '../stats/agreement/judge-correction.ts';
import { type RatingsShape, guessLevel, readRatings } from '../stats/agreement/read-ratings.ts';
import type { MeasurementLevel } from '../stats/agreement/ratings-table.ts';
import { readScoreMatrix } from '../stats/ranking/read-matrix.ts';
import { type RankingReport, rankingReport } from '../stats/ranking/ranking-report.ts';

export type TableKind = 'ratings' | 'matrix';

export interface TableOptions {
  /** Null: guessed from the table, and said. */
  readonly kind: TableKind | null;
  readonly level: MeasurementLevel | null;
  /** Corrects one rater's rate by another's ratings; of ratings only. */
  readonly judge?: JudgeRoles | null;
}

export type TableReport =
  | {
      readonly kind: 'ratings';
      readonly kindReason: string;
      readonly shape: RatingsShape;
      readonly shapeReason: string;
      readonly level: MeasurementLevel;
      readonly levelReason: string;
      /** Words have no order and no distance. */
      readonly words: boolean;
      readonly report: AgreementReport;
      readonly judge: JudgeCorrection | null;
    }
  | { readonly kind: 'matrix'; readonly kindReason: string; readonly report: RankingReport };

const MODEL_WORDS = /^(model|models|system|systems|method|llm)([ _-]?(id|name))?$/i;
const RATER_WORDS = /^(rater|judge|annotator|reviewer|coder|observer|assessor)s?([ _-]?(id|name|\d+))?$/i;
const DIRECTION = /:(lower|higher)$/i;

export async function tableReport(file: SourceFile, options: TableOptions): Promise<TableReport> {
  const guess = guessKind(await readCsvTable(file));
  const kind = options.kind ?? guess.kind;
  const kindReason = options.kind === null ? guess.reason : 'as chosen';
  const settings = { level: DEFAULT_LEVEL, seed: DEFAULT_SEED };
  if (kind === 'matrix')
    return { kind, kindReason, report: rankingReport(await readScoreMatrix(file), settings) };
  const { table, shape, shapeReason } = await readRatings(file, null);
  const guessed = guessLevel(table);
  const words = guessed.reason === 'ratings are words';
  const level = options.level ?? guessed.level;
  if (words && level !== 'nominal')
    throw new AppError('input/option', `${level} needs ratings that are numbers`, { option: 'level' });
  const levelReason = options.level === null ? guessed.reason : 'as chosen';
  const report = agreementReport(table, level, settings);
  const roles = options.judge ?? null;
  const judge = roles === null ? null : judgeCorrection(table, roles, DEFAULT_LEVEL);
  return { kind, kindReason, shape, shapeReason, level, levelReason, words, report, judge };
}

function guessKind({ columns, rows }: CsvTable): { readonly kind: TableKind; readonly reason: string } {
  const [first = '', ...others] = columns;
  if (MODEL_WORDS.test(first)) return { kind: 'matrix', reason: `the first column is named "${first}"` };
  const directed = others.find((name) => DIRECTION.test(name));
  if (directed !== undefined)
    return { kind: 'matrix', reason: `the column "${directed}" says which way is better` };
  const rater = columns.find((name) => RATER_WORDS.test(name));
  if (rater !== undefined) return { kind: 'ratings', reason: `a column is named "${rater}"` };
  const word = rows.some(({ cells }) =>
    cells.slice(1).some((cell) => !isMissing(cell) && !Number.isFinite(Number(cell))),
  );
  return {
    kind: 'ratings',
    reason: word ? 'some cells are words' : 'no column is named as a model',
  };
}
