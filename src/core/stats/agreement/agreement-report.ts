import type { Agreement } from './agreement-value.ts';
import { type BlandAltman, blandAltman } from './bland-altman.ts';
import { type KappaWeights, cohenKappa } from './cohen-kappa.ts';
import { fleissKappa } from './fleiss-kappa.ts';
import { type Intraclass, type IntraclassForm, intraclass } from './intraclass.ts';
import type { IntervalOptions } from './item-bootstrap.ts';
import { krippendorffAlpha } from './krippendorff-alpha.ts';
import { type NotApplicable, notApplicable } from './not-applicable.ts';
import {
  type CategoryShare,
  type TwoByTwo,
  prevalence,
  rawAgreement,
  twoByTwoIndices,
} from './raw-agreement.ts';
import {
  type MeasurementLevel,
  type RatingsTable,
  categoriesOf,
  completeRows,
  numericCells,
  ratingsByItem,
} from './ratings-table.ts';

/** More pairs of raters than this would be a wall of numbers. */
const MAX_PAIR_RATERS = 8;

export interface PairKappa {
  readonly raters: readonly [string, string];
  readonly agreement: Agreement;
  readonly kappa: Readonly<Record<KappaWeights, Agreement>>;
  readonly twoByTwo: TwoByTwo | null;
}

export interface AgreementReport {
  readonly items: number;
  readonly raters: readonly string[];
  readonly ratings: number;
  readonly missing: number;
  /** Items that every rater rated, and items that at least two did. */
  readonly completeItems: number;
  readonly pairableItems: number;
  readonly level: MeasurementLevel;
  readonly prevalence: readonly CategoryShare[];
  readonly agreement: Agreement;
  readonly fleiss: Agreement;
  readonly alpha: Readonly<Record<MeasurementLevel, Agreement>>;
  /** Cohen's kappa of every two raters, on the items both rated. */
  readonly pairs: readonly PairKappa[];
  readonly icc: Readonly<Record<IntraclassForm, Intraclass>>;
  readonly blandAltman: BlandAltman | NotApplicable;
}

/** Every statistic of agreement that has a meaning for this table; the others say why they have none. */
export function agreementReport(
  table: RatingsTable,
  level: MeasurementLevel,
  options: IntervalOptions,
): AgreementReport {
  const byItem = ratingsByItem(table.cells);
  const categories = categoriesOf(table.cells);
  const numbers = numericCells(table);
  const complete = completeRows(table.cells);
  const ratings = byItem.reduce((sum, row) => sum + row.length, 0);
  const ordered = numbers !== null && level !== 'nominal';
  const numberRows = numbers === null ? [] : ratingsByItem(numbers);
  const alphaAt = (at: MeasurementLevel): Agreement => {
    if (at === 'nominal') return krippendorffAlpha(byItem, at, options);
    if (numbers === null) return notApplicable('not-numeric');
    return ordered ? krippendorffAlpha(numberRows, at, options) : notApplicable('wrong-level');
  };
  const why = numbers === null ? 'not-numeric' : 'wrong-level';
  return {
    items: table.items.length,
    raters: table.raters,
    ratings,
    missing: table.items.length * table.raters.length - ratings,
    completeItems: complete.length,
    pairableItems: byItem.filter((row) => row.length >= 2).length,
    level,
    prevalence: prevalence(byItem, categories),
    agreement: table.raters.length < 2 ? notApplicable('one-rater') : rawAgreement(byItem, options),
    fleiss: table.raters.length < 2 ? notApplicable('one-rater') : fleissKappa(complete, options),
    alpha: { nominal: alphaAt('nominal'), ordinal: alphaAt('ordinal'), interval: alphaAt('interval') },
    pairs: pairKappas(table, categories, ordered, options),
    icc: ordered ? intraclass(completeRows(numbers), options.level) : withoutIntraclass(notApplicable(why)),
    blandAltman: ordered ? limits(table, numbers, options.level) : notApplicable(why),
  };
}

function pairKappas(
  table: RatingsTable,
  categories: readonly string[],
  ordered: boolean,
  options: IntervalOptions,
): PairKappa[] {
  if (table.raters.length > MAX_PAIR_RATERS) return [];
  const scale = ordered ? categories.map(Number) : [];
  return table.raters.flatMap((first, i) =>
    table.raters.slice(i + 1).map((second, offset): PairKappa => {
      const j = i + 1 + offset;
      const pairs = table.cells.flatMap((row): [string, string][] => {
        const [x, y] = [row[i] ?? null, row[j] ?? null];
        return x === null || y === null ? [] : [[x, y]];
      });
      const weighted = (weights: KappaWeights): Agreement =>
        ordered
          ? cohenKappa(pairs, categories, weights, scale, options.level)
          : notApplicable(numericCells(table) === null ? 'not-numeric' : 'wrong-level');
      return {
        raters: [first, second],
        agreement: rawAgreement(pairs, options),
        kappa: {
          plain: cohenKappa(pairs, categories, 'plain', scale, options.level),
          linear: weighted('linear'),
          quadratic: weighted('quadratic'),
        },
        twoByTwo: twoByTwoIndices(pairs, categories),
      };
    }),
  );
}

function limits(
  table: RatingsTable,
  numbers: readonly (readonly (number | null)[])[],
  level: number,
): BlandAltman | NotApplicable {
  if (table.raters.length !== 2) return notApplicable('needs-two-raters');
  const pairs = completeRows(numbers).map((row): [number, number] => [row[0] ?? 0, row[1] ?? 0]);
  return blandAltman(pairs, level);
}

function withoutIntraclass(reason: NotApplicable): Record<IntraclassForm, Intraclass> {
  return {
    'icc.1.1': reason,
    'icc.2.1': reason,
    'icc.3.1': reason,
    'icc.1.k': reason,
    'icc.2.k': reason,
    'icc.3.k': reason,
  };
}
