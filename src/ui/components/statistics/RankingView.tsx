import type { RankedModel, RankingReport } from '../../../core/stats/ranking/ranking-report.ts';
import type { RankRange } from '../../../core/stats/ranking/rank-stability.ts';
import { Notice } from '../Notice.tsx';
import { ModelPairsTable } from './ModelPairsTable.tsx';
import { ScrollRegion } from '../ScrollRegion.tsx';
import { formatSigned, plural } from '../../i18n/format.ts';

const METHODS: Readonly<Record<string, string>> = {
  winRate: 'win rate',
  borda: 'Borda',
  kemeny: 'Kemeny',
  bradleyTerry: 'Bradley–Terry',
};
const SHOWN_TAUS = 30;

/** Models over benchmarks by several rules, how stable each rank is, and where the plain mean says otherwise. */
export function RankingView({ report }: { readonly report: RankingReport }) {
  const { models, benchmarks, missing, kemeny, meanDisagrees, winners } = report;
  const sorted = models.toSorted((x, y) => (y.winRate ?? -1) - (x.winRate ?? -1));
  return (
    <div className="stack">
      <p>
        {plural(models.length, 'model')}, {plural(benchmarks, 'benchmark')}, {plural(missing, 'result')}{' '}
        missing. Intervals ({Math.round(report.level * 100)} %) are over resampled benchmarks
        {report.unreliable ? '; with fewer than 10 benchmarks they are a rough guide' : ''}.
      </p>
      {meanDisagrees.length > 0 && (
        <Notice tone="warn">
          <p>
            <strong>The arithmetic mean names another winner</strong> (
            <span translate="no">{winners.mean.join(', ')}</span>) than{' '}
            {meanDisagrees
              .map(
                (method) =>
                  `${METHODS[method] ?? method} (${winners[method as keyof typeof winners].join(', ')})`,
              )
              .join(', ')}
            .
          </p>
        </Notice>
      )}
      {(meanDisagrees.length === 0 || missing > 0) && <p>{report.meanWords}</p>}
      <ScrollRegion label="Models by win rate">
        <table>
          <caption>Models by win rate</caption>
          <thead>
            <tr>
              <th scope="col">Model</th>
              <th scope="col" className="num">
                Results
              </th>
              <th scope="col">Win rate, interval</th>
              <th scope="col">Bradley–Terry, interval</th>
              <th scope="col" className="num">
                Borda
              </th>
              <th scope="col" className="num">
                Mean
              </th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((model) => (
              <Scores key={model.model} model={model} benchmarks={benchmarks} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <ScrollRegion label="How far each rank can be trusted">
        <table>
          <caption>How far each rank by win rate can be trusted</caption>
          <thead>
            <tr>
              <th scope="col">Model</th>
              <th scope="col" className="num">
                Rank
              </th>
              <th scope="col">One benchmark left out</th>
              <th scope="col">Benchmarks resampled</th>
              <th scope="col">Whatever the missing results are</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map(({ model, stability }) => (
              <tr key={model}>
                <th scope="row" translate="no">
                  {model}
                </th>
                <td className="num">{figure(stability.rank, 1)}</td>
                <td>{ranks(stability.leaveOneOut)}</td>
                <td>{ranks(stability.resampled)}</td>
                <td>{stability.missing === null ? 'nothing missing' : ranks(stability.missing)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p>
        Kemeny’s order:{' '}
        {kemeny.kind === 'too-many-models' ? (
          `n/a, it is exact to ${kemeny.limit} models only`
        ) : kemeny.order.length === 0 ? (
          'n/a, no two models have a result on the same benchmark'
        ) : (
          <>
            <span translate="no">{kemeny.order.map((index) => models[index]?.model ?? '').join(' > ')}</span>{' '}
            ({plural(kemeny.disagreements, 'disagreement')}
            {kemeny.optimalOrders > 1 ? `; ${kemeny.optimalOrders} orders are equally good` : ''})
          </>
        )}
        .
      </p>
      {report.ridge && (
        <p className="muted">
          Bradley–Terry: some models never lost to, or never met, the others; a ridge keeps their strengths
          finite.
        </p>
      )}
      <ModelPairsTable pairs={report.pairs} models={models.length} />
      <Taus taus={report.taus} />
    </div>
  );
}

interface ScoresProps {
  readonly model: RankedModel;
  readonly benchmarks: number;
}

function Scores({ model, benchmarks }: ScoresProps) {
  const { winRate, winRateInterval, borda, bradleyTerry, mean } = model;
  return (
    <tr>
      <th scope="row" translate="no">
        {model.model}
      </th>
      <td className="num">
        {model.results} of {benchmarks}
      </td>
      <td>{figure(winRate, 3, winRateInterval)}</td>
      <td>{figure(bradleyTerry?.points ?? null, 0, bradleyTerry?.pointsInterval ?? null)}</td>
      <td className="num">{figure(borda.points, 1)}</td>
      <td className="num">{figure(mean, 3)}</td>
    </tr>
  );
}

function Taus({ taus }: { readonly taus: RankingReport['taus'] }) {
  if (taus.length === 0) return null;
  return (
    <details>
      <summary>Do the benchmarks rank alike? Kendall’s τ of {plural(taus.length, 'pair')}</summary>
      <ul>
        {taus.slice(0, SHOWN_TAUS).map(({ benchmarks, tau, n }) => (
          <li key={benchmarks.join(' ')}>
            <span translate="no">{benchmarks.join(' and ')}</span>:{' '}
            {tau === null ? 'n/a, too few models or all tied' : formatSigned(tau, 3)} (n = {n})
          </li>
        ))}
      </ul>
      {taus.length > SHOWN_TAUS && <p className="muted">And {taus.length - SHOWN_TAUS} more pairs.</p>}
    </details>
  );
}

function figure(
  value: number | null,
  decimals: number,
  interval: { readonly low: number; readonly high: number } | null = null,
): string {
  if (value === null) return 'n/a';
  const span =
    interval === null
      ? ''
      : interval.low === interval.high
        ? ' (the same in every resample)'
        : ` (${formatSigned(interval.low, decimals)} to ${formatSigned(interval.high, decimals)})`;
  return `${formatSigned(value, decimals)}${span}`;
}

function ranks(range: RankRange | null): string {
  if (range === null) return 'n/a';
  const one = (rank: number) => String(Math.round(rank * 10) / 10);
  return range.best === range.worst ? one(range.best) : `${one(range.best)} to ${one(range.worst)}`;
}
