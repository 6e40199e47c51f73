import type { ComparedSet } from '../../../app/services.ts';
import type { RankRange } from '../../../core/stats/ranking/rank-stability.ts';
import { Notice } from '../../components/Notice.tsx';
import { Panel } from '../../components/Panel.tsx';
import { ScrollRegion } from '../../components/ScrollRegion.tsx';
import css from './Compare.module.css';

const METHODS = {
  winRate: 'win rate',
  borda: 'Borda',
  kemeny: 'Kemeny',
  bradleyTerry: 'Bradley–Terry',
  mean: 'arithmetic mean',
} as const;

/** More than two runs: who comes first, by several methods, and how much that hangs on which measures were chosen. */
export function RankingPanel({ set }: { readonly set: ComparedSet }) {
  const { ranking } = set.report;
  if (ranking === null || ranking.benchmarks === 0) return null;
  const { winners, kemeny } = ranking;
  const firsts = (Object.keys(METHODS) as (keyof typeof METHODS)[]).filter((key) => winners[key].length > 0);
  const differ = new Set(firsts.map((key) => [...winners[key]].sort().join('\n'))).size > 1;
  const models = [...ranking.models].sort((x, y) => (y.winRate ?? -1) - (x.winRate ?? -1));
  return (
    <Panel title="Ranking of all runs">
      <p className="muted small">
        Each headline measure counts as one benchmark ({ranking.benchmarks} in all), on each run’s own mean.
        Measures of one pack hang together, so this orders the runs; it does not test them.
      </p>
      {differ && (
        <Notice tone="warn">
          <p>
            <strong>The methods name different winners.</strong>{' '}
            {firsts.map((key) => `${METHODS[key]}: ${winners[key].join(' and ')}`).join('; ')}. Do not quote
            one of them alone.
          </p>
        </Notice>
      )}
      <ScrollRegion label="Ranking of all runs">
        <table>
          <thead>
            <tr>
              <th scope="col">Run</th>
              <th scope="col">Win rate</th>
              <th scope="col" className="num">
                Borda
              </th>
              <th scope="col">Bradley–Terry</th>
              <th scope="col" className="num">
                Kemeny place
              </th>
              <th scope="col" className="num">
                Mean
              </th>
              <th scope="col">Rank</th>
            </tr>
          </thead>
          <tbody>
            {models.map((model) => {
              const at = ranking.models.indexOf(model);
              return (
                <tr key={model.model}>
                  <th scope="row">{model.model}</th>
                  <td>
                    {model.winRate === null ? 'no result' : model.winRate.toFixed(2)}
                    {model.winRateInterval !== null && (
                      <span className={css['second']}>
                        {model.winRateInterval.low.toFixed(2)} to {model.winRateInterval.high.toFixed(2)}
                      </span>
                    )}
                  </td>
                  <td className="num">{model.borda.points ?? 'none'}</td>
                  <td>
                    {model.bradleyTerry === null ? 'no match' : Math.round(model.bradleyTerry.points)}
                    {model.bradleyTerry !== null && model.bradleyTerry.pointsInterval !== null && (
                      <span className={css['second']}>
                        {Math.round(model.bradleyTerry.pointsInterval.low)} to{' '}
                        {Math.round(model.bradleyTerry.pointsInterval.high)}
                      </span>
                    )}
                  </td>
                  <td className="num">
                    {kemeny.kind === 'order' ? kemeny.order.indexOf(at) + 1 || 'no match' : 'too many runs'}
                  </td>
                  <td className="num">{model.mean === null ? 'none' : model.mean.toFixed(3)}</td>
                  <td>
                    {model.stability.rank ?? 'none'}
                    <span className={css['second']}>
                      leaving one measure out: {rangeWords(model.stability.leaveOneOut)}; other measures
                      drawn: {rangeWords(model.stability.resampled)}
                      {model.stability.missing !== null &&
                        `; missing results could make it ${rangeWords(model.stability.missing)}`}
                    </span>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollRegion>
      <p className="muted small">
        {ranking.meanWords}{' '}
        {ranking.ridge &&
          'Some runs never lost to, or never met, the others; a ridge keeps their Bradley–Terry strengths finite. '}
        {kemeny.kind === 'order' &&
          kemeny.optimalOrders > 1 &&
          `${kemeny.optimalOrders} Kemeny orders fit equally well. `}
        {ranking.unreliable && 'Intervals over fewer than 10 measures are a rough guide only.'}
      </p>
    </Panel>
  );
}

function rangeWords(range: RankRange | null): string {
  if (range === null) return 'cannot be told';
  const [best, worst] = [Math.round(range.best * 10) / 10, Math.round(range.worst * 10) / 10];
  return best === worst ? String(best) : `${best} to ${worst}`;
}
