import { useState } from 'react';
import type { MetricComparison } from '../../../core/compare/compare-metric.ts';
import { BarChart } from '../../charts/BarChart.tsx';
import { Field } from '../../components/Field.tsx';
import { Panel } from '../../components/Panel.tsx';
import { plural } from '../../i18n/format.ts';
import { FlipsTable } from './FlipsTable.tsx';
import { SAMPLES_ID } from './PairedSampleList.tsx';
import { EVERY_SAMPLE, type FlipGroup, type SampleChoice } from './sample-differences.ts';
import type { ShownComparison } from './shown-comparison.ts';

interface FlipsPanelProps extends Pick<ShownComparison, 'shown'> {
  readonly onPick: (choice: SampleChoice) => void;
}

/** Right/wrong measures: what became of each sample. Behind an equal score there may be many that changed sides. */
export function FlipsPanel({ shown, onPick }: FlipsPanelProps) {
  const metrics = shown.comparison.metrics.filter(({ flips }) => flips !== null);
  const [key, setKey] = useState('');
  const metric = metrics.find((one) => one.metric === key) ?? metrics[0];
  if (metric === undefined || metric.flips === null) return null;
  const groups: readonly { readonly id: FlipGroup; readonly label: string; readonly count: number }[] = [
    { id: 'both-right', label: 'Both right', count: metric.flips.bothRight.length },
    { id: 'only-a', label: 'Only A right', count: metric.flips.onlyA.length },
    { id: 'only-b', label: 'Only B right', count: metric.flips.onlyB.length },
    { id: 'both-wrong', label: 'Both wrong', count: metric.flips.bothWrong.length },
  ];
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  const pick = (group: FlipGroup) => {
    onPick({ ...EVERY_SAMPLE, metric: metric.metric, group, sort: 'pack' });
    document.getElementById(SAMPLES_ID)?.scrollIntoView();
  };
  return (
    <Panel title="Samples that changed sides">
      {metrics.length > 1 && (
        <Field label="Measure">
          {({ id }) => (
            <select id={id} value={metric.metric} onChange={(event) => setKey(event.target.value)}>
              {metrics.map((one) => (
                <option key={one.metric} value={one.metric}>
                  {one.measure.title}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <p>
        {metric.measure.title}: {plural(total, 'sample')} with a score in both runs. {testWords(metric)}
      </p>
      <FlipsTable metric={metric} onPick={pick} />
      <BarChart
        title={`${metric.measure.title}: right and wrong in both runs`}
        note="Bars begin at zero. Choose one to list its samples below."
        bars={groups.map(({ id, label, count }) => ({
          id,
          label,
          value: count,
          text: `${count} of ${total}`,
        }))}
        onPick={(id) => {
          const group = groups.find((one) => one.id === id);
          if (group !== undefined && group.count > 0) pick(group.id);
        }}
      />
    </Panel>
  );
}

function testWords({ mcNemar }: MetricComparison): string {
  if (mcNemar === null) return '';
  const { onlyA, onlyB, p, midP, assumption } = mcNemar;
  if (onlyA + onlyB === 0) return 'None changed sides.';
  const text = `Exact McNemar test of the ${onlyA + onlyB} that changed sides: p ${p < 0.0001 ? '< 0.0001' : `= ${p.toFixed(4)}`} (mid-p ${midP < 0.0001 ? '< 0.0001' : midP.toFixed(4)})`;
  return assumption === undefined
    ? `${text}.`
    : `${text}; it takes samples of one patient for independent, so it is too small here.`;
}
