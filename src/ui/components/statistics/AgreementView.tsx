import type { AgreementReport } from '../../../core/stats/agreement/agreement-report.ts';
import type { AgreementValue } from '../../../core/stats/agreement/agreement-value.ts';
import type { BlandAltman } from '../../../core/stats/agreement/bland-altman.ts';
import type { NotApplicable } from '../../../core/stats/agreement/not-applicable.ts';
import { ScrollRegion } from '../ScrollRegion.tsx';
import { formatSigned, plural } from '../../i18n/format.ts';
import { AgreementTable, type AgreementRow } from './AgreementTable.tsx';

const SHOWN_CATEGORIES = 12;
const ICC_NAMES = {
  'icc.1.1': 'ICC(1,1)',
  'icc.2.1': 'ICC(2,1)',
  'icc.3.1': 'ICC(3,1)',
  'icc.1.k': 'ICC(1,k)',
  'icc.2.k': 'ICC(2,k)',
  'icc.3.k': 'ICC(3,k)',
} as const;
const CAUTIONS: Readonly<Record<NonNullable<AgreementValue['unreliable']>, string>> = {
  'few-items': 'fewer than 20 items: a rough guide',
  'few-clusters': 'fewer than 20 patients: a rough guide',
  'no-disagreement': 'no disagreement was seen: the interval claims too much',
  'undefined-resamples': 'undefined in some resamples: a rough guide',
};

interface AgreementViewProps {
  readonly report: AgreementReport;
  /** A sentence on where the ratings come from. */
  readonly readAs: string;
}

/** How far raters agree, with what the raw figure hides; what has no value says why. */
export function AgreementView({ report, readAs }: AgreementViewProps) {
  const { items, raters, ratings, missing, pairableItems, completeItems, prevalence, clusters } = report;
  const more = prevalence.length - SHOWN_CATEGORIES;
  return (
    <div className="stack">
      <p>
        {plural(items, 'item')}, {plural(raters.length, 'rater')} (
        <span translate="no">{raters.join(', ')}</span>), {plural(ratings, 'rating')}, {missing} missing.{' '}
        {plural(pairableItems, 'item')} with two ratings or more, {completeItems} rated by all. {readAs}
      </p>
      {clusters !== null && (
        <p>
          The items come from {plural(clusters, 'patient')}, and items of one patient are not independent:
          intervals of agreement, κ and α draw whole patients. ICC and Bland–Altman have no such form and take
          the items for independent, so their intervals are too narrow here.
        </p>
      )}
      {more > 0 && report.level !== 'nominal' ? (
        <p>
          {plural(prevalence.length, 'different rating')}, from{' '}
          <span translate="no">
            {prevalence[0]?.category} to {prevalence.at(-1)?.category}
          </span>
          .
        </p>
      ) : (
        <p>
          How often each rating was given:{' '}
          <span translate="no">
            {prevalence
              .slice(0, SHOWN_CATEGORIES)
              .map(({ category, count, share }) => `${category}: ${count} (${(100 * share).toFixed(1)} %)`)
              .join(', ')}
          </span>
          {more > 0 && `, and ${more} more`}.
        </p>
      )}
      <AgreementTable caption="All raters" rows={overall(report)} />
      {report.pairs.map(({ raters: pair, agreement, kappa, twoByTwo }) => (
        <div className="stack" key={pair.join(' ')}>
          <AgreementTable
            caption={pair.join(' and ')}
            rows={[
              { name: 'Raw agreement', value: agreement, note: '' },
              { name: 'Cohen’s κ', value: kappa.plain, note: '' },
              { name: 'κ, linear weights', value: kappa.linear, note: '' },
              { name: 'κ, quadratic weights', value: kappa.quadratic, note: '' },
            ].map(withCaution)}
          />
          {twoByTwo !== null && (
            <p className="muted">
              Prevalence index {formatSigned(twoByTwo.prevalenceIndex, 3)}, bias index{' '}
              {formatSigned(twoByTwo.biasIndex, 3)}, prevalence- and bias-adjusted κ{' '}
              {formatSigned(twoByTwo.pabak, 3)} (n = {twoByTwo.n}).
            </p>
          )}
        </div>
      ))}
      {report.pairs.length === 0 && raters.length > 1 && (
        <p className="muted">Pairs of raters are shown for up to eight raters.</p>
      )}
      <Limits limits={report.blandAltman} raters={raters} />
    </div>
  );
}

function overall(report: AgreementReport): AgreementRow[] {
  const { alpha, icc } = report;
  return [
    { name: 'Raw agreement', value: report.agreement, note: '' },
    { name: 'Fleiss’ κ', value: report.fleiss, note: '' },
    { name: 'Krippendorff’s α, nominal', value: alpha.nominal, note: '' },
    { name: 'Krippendorff’s α, ordinal', value: alpha.ordinal, note: '' },
    { name: 'Krippendorff’s α, interval', value: alpha.interval, note: '' },
    ...Object.entries(ICC_NAMES).map(([form, name]) => {
      const value = icc[form as keyof typeof ICC_NAMES];
      const test = value.kind === 'not-applicable' ? null : value.test;
      const note =
        test === null
          ? ''
          : `F(${test.df1}, ${Number(test.df2.toFixed(1))}) = ${test.f.toFixed(2)}, p ${test.p < 0.001 ? '< 0.001' : `= ${test.p.toFixed(3)}`}`;
      return { name, value, note };
    }),
  ].map(withCaution);
}

function withCaution(row: AgreementRow): AgreementRow {
  if (row.value.kind === 'not-applicable' || row.value.unreliable === undefined) return row;
  return { ...row, note: [row.note, CAUTIONS[row.value.unreliable]].filter(Boolean).join('; ') };
}

interface LimitsProps {
  readonly limits: BlandAltman | NotApplicable;
  readonly raters: readonly string[];
}

function Limits({ limits, raters }: LimitsProps) {
  if (limits.kind === 'not-applicable')
    return <p className="muted">Bland–Altman limits: n/a, {limits.words}.</p>;
  const span = ({ low, high }: { readonly low: number; readonly high: number }) =>
    `${formatSigned(low, 3)} to ${formatSigned(high, 3)}`;
  return (
    <ScrollRegion label="Bland–Altman limits of agreement">
      <table>
        <caption translate="no">
          Bland–Altman, {raters.join(' − ')} (n = {limits.n})
        </caption>
        <thead>
          <tr>
            <td />
            <th scope="col" className="num">
              Difference
            </th>
            <th scope="col">{Math.round(limits.level * 100)} % interval</th>
          </tr>
        </thead>
        <tbody>
          {(
            [
              ['Bias', limits.bias, limits.biasInterval],
              ['Lower limit', limits.lowerLimit, limits.lowerInterval],
              ['Upper limit', limits.upperLimit, limits.upperInterval],
            ] as const
          ).map(([name, value, interval]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="num">{formatSigned(value, 3)}</td>
              <td>{span(interval)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {limits.unreliable !== undefined && <p className="muted">Unreliable: {CAUTIONS[limits.unreliable]}.</p>}
    </ScrollRegion>
  );
}
