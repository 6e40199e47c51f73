import type { ReactNode } from 'react';
import { EstimateCell } from '../../components/EstimateCell.tsx';
import { Panel } from '../../components/Panel.tsx';
import { ScrollRegion } from '../../components/ScrollRegion.tsx';
import {
  differenceText,
  methodText,
  powerText,
  pText,
  rangeText,
} from '../../../core/compare/difference-words.ts';
import { nameOf } from './names.ts';
import type { ShownComparison } from './shown-comparison.ts';
import css from './Compare.module.css';

/** Every measure with both means, the difference, its test, and what these samples could have shown. */
export function MetricTable({ set, shown, aside }: ShownComparison & { readonly aside: ReactNode }) {
  const { metrics } = shown.comparison;
  if (metrics.length === 0) return null;
  return (
    <Panel title="Measures in full" aside={aside}>
      <ScrollRegion label="Measures in full">
        <table className={css['metrics']}>
          <thead>
            <tr>
              <th scope="col">Measure</th>
              <th scope="col">A: {nameOf(set, shown.a)}</th>
              <th scope="col">B: {nameOf(set, shown.b)}</th>
              <th scope="col">B minus A, 95 % interval</th>
              <th scope="col">p, adjusted</th>
              <th scope="col">What these samples can show</th>
            </tr>
          </thead>
          <tbody>
            {metrics.map((metric) => {
              const verdict = shown.verdicts[metric.metric];
              const { measure, difference, scored, bounds, test } = metric;
              const missing = scored.onlyA + scored.onlyB + scored.neither;
              return (
                <tr key={metric.metric}>
                  <th scope="row">
                    {measure.title}
                    <span className={css['second']}>{measure.better} is better</span>
                  </th>
                  <td>
                    <EstimateCell estimate={metric.a} kind={measure.kind} />
                  </td>
                  <td>
                    <EstimateCell estimate={metric.b} kind={measure.kind} />
                  </td>
                  <td>
                    {verdict === undefined || verdict.value === null ? (
                      <span className="muted">nothing to compare</span>
                    ) : (
                      <>
                        <strong>{differenceText(verdict.value, measure.kind)}</strong>{' '}
                        {verdict.low === null || verdict.high === null
                          ? 'no interval'
                          : `(${rangeText(verdict.low, verdict.high, measure.kind)})`}
                        <span className={css['second']}>
                          n = {difference.n} pairs; {methodText(metric, verdict)}
                        </span>
                      </>
                    )}
                    {missing > 0 && (
                      <span className={css['second']}>
                        {missing} of {missing + scored.both} lack a score in A ({scored.onlyB}), B (
                        {scored.onlyA}) or both ({scored.neither})
                        {bounds !== null &&
                          `; at worst and at best they would make it ${rangeText(bounds.low, bounds.high, measure.kind)}`}
                      </span>
                    )}
                  </td>
                  <td>
                    {test === null ? (
                      <span className="muted">no test</span>
                    ) : (
                      <>
                        {pText(test.p)}
                        <span className={css['second']}>
                          {test.holm === null ? 'not adjusted' : `${pText(test.holm)} by Holm`}
                        </span>
                      </>
                    )}
                  </td>
                  <td className={css['power']}>{powerText(metric)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollRegion>
      <p className="muted small">
        Holm’s adjustment is over the {set.report.tests} tests of headline measures on this page; other
        measures repeat these and are not adjusted. The number of samples needed is for pairs as varied as
        those seen.
      </p>
    </Panel>
  );
}
