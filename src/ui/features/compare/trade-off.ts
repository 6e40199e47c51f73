/** Runs as points of quality against one cost. */
import { onParetoFront } from '../../../core/compare/pareto-front.ts';
import type { RunCosts } from '../../../core/compare/run-costs.ts';
import type { Estimate, MeasureSpec } from '../../../core/contracts.ts';
import type { Extent, ScatterPoint } from '../../charts/scatter-layout.ts';
import { formatValue } from '../../i18n/format.ts';

export interface CostedRun {
  readonly id: string;
  readonly name: string;
  readonly quality: Estimate;
  readonly costs: RunCosts;
}

export const FRONT_NOTE =
  'Lines through a point are 95 % intervals of the run’s own mean. The dashed line joins the runs that no other run beats on both: the front one would choose from.';

export interface Cost {
  readonly extent: Extent;
  readonly words: string;
}

export function pointOf(
  run: CostedRun,
  { kind }: MeasureSpec,
  cost: Cost | null,
): Omit<ScatterPoint, 'front'>[] {
  const { value, low, high, n } = run.quality;
  if (value === null || cost === null) return [];
  const interval =
    low === null || high === null ? 'no interval' : `${formatValue(low, kind)} to ${formatValue(high, kind)}`;
  return [
    {
      id: run.id,
      label: run.name,
      x: cost.extent,
      y: { value, low, high },
      words: `${formatValue(value, kind)} (${interval}), n = ${n}; ${cost.words}`,
    },
  ];
}

export function withFront(
  points: readonly Omit<ScatterPoint, 'front'>[],
  { better }: MeasureSpec,
): readonly ScatterPoint[] {
  const front = onParetoFront(
    points.map(({ x, y }) => ({ gain: better === 'higher' ? y.value : -y.value, cost: x.value })),
  );
  return points.map((point, at) => ({ ...point, front: front[at] ?? false }));
}
