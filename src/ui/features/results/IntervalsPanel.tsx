import { useState } from 'react';
import type { RunResults } from '../../../app/services.ts';
import type { TimedIntervals } from '../../../core/compare/run-intervals.ts';
import { CLUSTER_RESAMPLES } from '../../../core/metrics/every-interval.ts';
import type { MeasureSpec } from '../../../core/contracts.ts';
import { EstimateCell } from '../../components/EstimateCell.tsx';
import { Field } from '../../components/Field.tsx';
import { Panel } from '../../components/Panel.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { ScrollRegion } from '../../components/ScrollRegion.tsx';
import { formatValue } from '../../i18n/format.ts';
import { INTERVAL_WORDS } from '../../i18n/words.ts';
import { useRunIntervals } from '../../queries/compare.ts';

/** The same mean by every interval there is: how much hangs on the choice of the default one. */
export function IntervalsPanel({ results }: { readonly results: RunResults }) {
  const [asked, setAsked] = useState(false);
  if (results.metrics.length === 0) return null;
  return (
    <Panel title="Intervals by other methods">
      <p className="muted small">
        The table above uses one interval for each mean, chosen by a fixed rule. Here is one mean by every
        method: where they differ, the samples are too few or too alike to lean on any of them.
      </p>
      {asked ? (
        <Intervals results={results} />
      ) : (
        <button type="button" onClick={() => setAsked(true)}>
          Compute the other intervals
        </button>
      )}
    </Panel>
  );
}

function Intervals({ results: { run, metrics } }: { readonly results: RunResults }) {
  const [key, setKey] = useState('');
  const chosen =
    metrics.find((row) => row.key === key) ?? metrics.find((row) => row.measure.headline) ?? metrics[0];
  const query = useRunIntervals(run.header.id, chosen?.key ?? '');
  if (chosen === undefined) return null;
  return (
    <>
      <Field label="Mean of">
        {({ id }) => (
          <select id={id} value={chosen.key} onChange={(event) => setKey(event.currentTarget.value)}>
            {metrics.map((row) => (
              <option key={row.key} value={row.key}>
                {row.measure.title}
              </option>
            ))}
          </select>
        )}
      </Field>
      <QueryView query={query} what="the intervals">
        {(found) => <IntervalTable found={found} kind={chosen.measure.kind} />}
      </QueryView>
    </>
  );
}

const OTHER_WORDS = {
  ...INTERVAL_WORDS,
  'cluster-bootstrap': `bootstrap of whole clusters, ${CLUSTER_RESAMPLES.toLocaleString('en')} resamples`,
} as const;

interface IntervalTableProps {
  readonly found: TimedIntervals;
  readonly kind: MeasureSpec['kind'];
}

function IntervalTable({ found: { estimate, intervals, bounds, tookMs }, kind }: IntervalTableProps) {
  const range = (low: number, high: number) => `${formatValue(low, kind)} to ${formatValue(high, kind)}`;
  return (
    <>
      <p>
        By the rule (
        {estimate.method === 'none' ? 'no interval can be given' : INTERVAL_WORDS[estimate.method]}
        ): <EstimateCell estimate={estimate} kind={kind} />
      </p>
      {bounds !== null && (
        <p>
          Were all {estimate.unscored} unscored samples the worst, or all the best, the mean would be{' '}
          {range(bounds.low, bounds.high)}.
        </p>
      )}
      {intervals.length === 0 ? (
        <p className="muted">With fewer than two scored samples no other method has an interval.</p>
      ) : (
        <ScrollRegion label="Intervals by every method">
          <table>
            <thead>
              <tr>
                <th scope="col">Method</th>
                <th scope="col">{Math.round(estimate.level * 100)} % interval</th>
                <th scope="col">Note</th>
              </tr>
            </thead>
            <tbody>
              {intervals.map(({ method, low, high, ignoresClusters }) => (
                <tr key={method}>
                  <th scope="row">{OTHER_WORDS[method]}</th>
                  <td>{range(low, high)}</td>
                  <td className="muted">
                    {ignoresClusters && 'takes samples of one patient for independent: too narrow here'}
                    {low === high && ' no variation was seen, which is not certainty'}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      <p className="muted small">Computed in {(tookMs / 1000).toFixed(2)} s, in a worker.</p>
    </>
  );
}
