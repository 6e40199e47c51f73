import type { RunResults } from '../../../app/services.ts';
import type { CostOfRun } from '../../../core/cost/cost-of-run.ts';
import { costRows } from '../../../core/cost/cost-rows.ts';
import { PairList } from '../../components/PairList.tsx';
import { Panel } from '../../components/Panel.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { ScrollRegion } from '../../components/ScrollRegion.tsx';
import { useRunCost } from '../../queries/stored.ts';

/** What the answers took of the device. Nothing where another tool made them and told no times. */
export function CostPanel({ results }: { readonly results: RunResults }) {
  const cost = useRunCost(results);
  return (
    <Panel title="Cost">
      <QueryView query={cost} what="what the run took">
        {(found) => <Found found={found} />}
      </QueryView>
    </Panel>
  );
}

function Found({ found: { cost, quality } }: { readonly found: CostOfRun }) {
  const rows = costRows(cost);
  if (rows.length === 0) return <p className="muted">The records of this run hold no times.</p>;
  return (
    <div className="stack">
      <PairList pairs={rows.map(([label, value]) => ({ label, value }))} />
      <p className="muted small">
        {cost.memory === null
          ? 'Memory was not recorded. '
          : 'Each source of memory sees another part, and no browser tells what a graphics processor holds. '}
        Times are those of the browser’s clock while the run went on; other work on the device is in them.
      </p>
      {quality.length > 0 && (
        <ScrollRegion label="Quality per second">
          <table>
            <caption>
              Sum of a measure over the sum of seconds, with 95 % bootstrap intervals over patients. Compare
              it only between runs on one device.
            </caption>
            <thead>
              <tr>
                <th scope="col">Measure</th>
                <th scope="col" className="num">
                  Per second
                </th>
                <th scope="col">Interval</th>
                <th scope="col" className="num">
                  n
                </th>
              </tr>
            </thead>
            <tbody>
              {quality.map(({ metric, title, value, low, high, n }) => (
                <tr key={metric}>
                  <th scope="row">{title}</th>
                  <td className="num">{value.toPrecision(3)}</td>
                  <td>
                    {low === null || high === null
                      ? 'none: one patient'
                      : `${low.toPrecision(3)} to ${high.toPrecision(3)}`}
                  </td>
                  <td className="num">{n}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </div>
  );
}
