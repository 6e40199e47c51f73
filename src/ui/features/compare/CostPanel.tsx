import { useState } from 'react';
import type { ComparedSet } from '../../../app/services.ts';
import type { Estimate, MeasureSpec } from '../../../core/contracts.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Field } from '../../components/Field.tsx';
import { Panel } from '../../components/Panel.tsx';
import { deviceWords, runtimeWords } from '../../i18n/device-words.ts';
import { useRunCosts } from '../../queries/compare.ts';
import { TradeOffCharts } from './TradeOffCharts.tsx';

/** What the quality costs: time per answer and size of the model, with the front of runs that no other one beats. */
export function CostPanel({ set }: { readonly set: ComparedSet }) {
  const [key, setKey] = useState('');
  const { query, progress } = useRunCosts(set.runs.map(({ run }) => run.header.id));
  const qualities = headlineQualities(set);
  const quality = qualities.find(({ metric }) => metric === key) ?? qualities[0];
  if (quality === undefined) return null;
  const devices = new Set(
    set.runs.map(({ run }) => `${deviceWords(run.header)}, ${runtimeWords(run.header)}`),
  );
  return (
    <Panel title="Quality against time and size">
      <Field label="Quality by">
        {({ id }) => (
          <select id={id} value={quality.metric} onChange={(event) => setKey(event.target.value)}>
            {qualities.map(({ metric, measure }) => (
              <option key={metric} value={metric}>
                {measure.title}
              </option>
            ))}
          </select>
        )}
      </Field>
      {query.isPending && (
        <label className="stack">
          Reading the timings of every answer …
          <progress {...(progress === null ? {} : { value: progress.done, max: progress.total })} />
        </label>
      )}
      {query.isError && (
        <ErrorNotice
          error={query.error}
          retry={() => {
            query.refetch().catch(() => undefined);
          }}
        />
      )}
      {query.isSuccess && (
        <TradeOffCharts
          measure={quality.measure}
          sameDevice={devices.size === 1}
          runs={set.runs.flatMap(({ run: { header }, name }) => {
            const costs = query.data[header.id];
            const estimate = quality.estimates[header.id];
            return costs === undefined || estimate === undefined
              ? []
              : [{ id: header.id, name, quality: estimate, costs }];
          })}
        />
      )}
    </Panel>
  );
}

interface Quality {
  readonly metric: string;
  readonly measure: MeasureSpec;
  readonly estimates: Readonly<Record<string, Estimate>>;
}

function headlineQualities({ report }: ComparedSet): readonly Quality[] {
  const metrics = report.comparisons[0]?.comparison.metrics ?? [];
  return metrics
    .filter(({ measure }) => measure.headline)
    .map(({ metric, measure }) => {
      const estimates: Record<string, Estimate> = {};
      for (const { a, b, comparison } of report.comparisons) {
        const found = comparison.metrics.find((one) => one.metric === metric);
        if (found === undefined) continue;
        estimates[a] = found.a;
        estimates[b] = found.b;
      }
      return { metric, measure, estimates };
    });
}
