import type { Agreement } from './agreement-value.ts';
import { type BlandAltman, blandAltman } from './bland-altman.ts';
import { type KappaWeights, clusteredKappa } from './cohen-kappa.ts';
import { fleissKappa } from './fleiss-kappa.ts';
import { type Intraclass, type IntraclassForm, intraclass } from './intraclass.ts';
import { type IntervalOptions, isClustered, keptRows } from './item-bootstrap.ts';
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
  /** Clusters of the items, where some hold more than one; null where every item is taken as its own. */
  readonly clusters: number | null;
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
  const clusters = table.clusters ?? null;
  const { rows: complete, clusters: completeClusters } = keptRows(
    byItem,
    clusters,
    (row) => row.length === table.raters.length,
  );
  const ratings = byItem.reduce((sum, row) => sum + row.length, 0);
  const ordered = numbers !== null && level !== 'nominal';
  const numberRows = numbers === null ? [] : ratingsByItem(numbers);
  const alphaAt = (at: MeasurementLevel): Agreement => {
    if (at === 'nominal') return krippendorffAlpha(byItem, at, options, clusters);
    if (numbers === null) return notApplicable('not-numeric');
    return ordered ? krippendorffAlpha(numberRows, at, options, clusters) : notApplicable('wrong-level');
  };
  const why = numbers === null ? 'not-numeric' : 'wrong-level';
  return {
    items: table.items.length,
    raters: table.raters,
    ratings,
    missing: table.items.length * table.raters.length - ratings,
    completeItems: complete.length,
    pairableItems: byItem.filter((row) => row.length >= 2).length,
    clusters: isClustered(byItem, clusters) ? new Set(clusters).size : null,
    level,
    prevalence: prevalence(byItem, categories),
    agreement: table.raters.length < 2 ? notApplicable('one-rater') : rawAgreement(byItem, options, clusters),
    fleiss:
      table.raters.length < 2 ? notApplicable('one-rater') : fleissKappa(complete, options, completeClusters),
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
      const both = (row: readonly (string | null)[]): boolean =>
        (row[i] ?? null) !== null && (row[j] ?? null) !== null;
      const kept = keptRows(table.cells, table.clusters ?? null, both);
      const pairs = kept.rows.map((row): [string, string] => [row[i] ?? '', row[j] ?? '']);
      const kappa = (weights: KappaWeights): Agreement =>
        clusteredKappa(pairs, categories, weights, scale, options, kept.clusters);
      const weighted = (weights: KappaWeights): Agreement =>
        ordered
          ? kappa(weights)
          : notApplicable(numericCells(table) === null ? 'not-numeric' : 'wrong-level');
      return {
        raters: [first, second],
        agreement: rawAgreement(pairs, options, kept.clusters),
        kappa: {
          plain: kappa('plain'),
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
