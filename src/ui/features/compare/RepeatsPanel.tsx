import { Panel } from '../../components/Panel.tsx';
import { RepeatsTable } from '../../components/statistics/RepeatsTable.tsx';
import { nameOf } from './names.ts';
import type { ShownComparison } from './shown-comparison.ts';

/** Both runs asked each sample more than once: at least one answer right, all right, most right, side by side. */
export function RepeatsPanel({ set, shown }: ShownComparison) {
  const rows = shown.comparison.metrics.flatMap(({ measure, repeats }) =>
    repeats === null
      ? []
      : [
          { name: `${measure.title}, A: ${nameOf(set, shown.a)}`, mean: null, summary: repeats.a },
          { name: `${measure.title}, B: ${nameOf(set, shown.b)}`, mean: null, summary: repeats.b },
        ],
  );
  if (rows.length === 0) return null;
  return (
    <Panel title="Several answers to each sample">
      <RepeatsTable caption="Right answers out of several, run by run" rows={rows} />
      <p className="muted small">
        Each run by itself; the paired differences above are of the mean of each sample’s answers.
      </p>
    </Panel>
  );
}
