import { onParetoFront } from '../../../core/compare/pareto-front.ts';
import type { RunCosts } from '../../../core/compare/run-costs.ts';
import type { Estimate, MeasureSpec } from '../../../core/contracts.ts';
import { ScatterPlot } from '../../charts/ScatterPlot.tsx';
import type { Extent, ScatterPoint } from '../../charts/scatter-layout.ts';
import { Notice } from '../../components/Notice.tsx';
import { formatBytes, formatValue } from '../../i18n/format.ts';

interface CostedRun {
  readonly id: string;
  readonly name: string;
  readonly quality: Estimate;
  readonly costs: RunCosts;
}

interface TradeOffChartsProps {
  readonly runs: readonly CostedRun[];
  readonly measure: MeasureSpec;
  readonly sameDevice: boolean;
}

const NOTE =
  'Lines through a point are 95 % intervals of the run’s own mean. The dashed line joins the runs that no other run beats on both: the front one would choose from.';

export function TradeOffCharts({ runs, measure, sameDevice }: TradeOffChartsProps) {
  const timed = runs.flatMap((run) => pointOf(run, measure, secondsOf(run)));
  const sized = runs.flatMap((run) => pointOf(run, measure, megabytesOf(run)));
  const sizes = new Set(sized.map(({ x }) => x.value));
  const better = measure.better === 'higher' ? 'higher is better' : 'lower is better';
  return (
    <>
      {!sameDevice && (
        <Notice tone="warn">
          <p>
            The runs were made on different devices or settings of them: their times say as much about the
            devices as about the models.
          </p>
        </Notice>
      )}
      {timed.length > 0 ? (
        <ScatterPlot
          title={`${measure.title} against time per answer`}
          note={`${NOTE} Up and left is ${measure.better === 'higher' ? 'better' : 'worse in quality; down and left is better'}.`}
          xLabel="Seconds per answer"
          yLabel={`${measure.title} (${better})`}
          points={withFront(timed, measure)}
        />
      ) : (
        <p className="muted">No answer of these runs has its time recorded.</p>
      )}
      {sizes.size > 1 && (
        <ScatterPlot
          title={`${measure.title} against size of the model`}
          note={`${NOTE} The size is that of the model’s files.`}
          xLabel="Megabytes"
          yLabel={`${measure.title} (${better})`}
          points={withFront(sized, measure)}
        />
      )}
      <p className="muted small">
        Peak memory is not recorded in these runs.{' '}
        {sized.length === 0
          ? 'Neither is the size of the models’ files.'
          : `The size of the model’s files, the least that has to fit in memory, is ${runs
              .map(({ name, costs }) =>
                costs.modelBytes === null
                  ? `${name}: not recorded`
                  : `${name}: ${formatBytes(costs.modelBytes)}`,
              )
              .join('; ')}${sizes.size === 1 && runs.length > 1 ? ', so it does not tell them apart' : ''}.`}
      </p>
    </>
  );
}

interface Cost {
  readonly extent: Extent;
  readonly words: string;
}

function secondsOf({ costs: { seconds } }: CostedRun): Cost | null {
  if (seconds.value === null) return null;
  const interval =
    seconds.low === null || seconds.high === null
      ? ''
      : ` (${seconds.low.toFixed(2)} to ${seconds.high.toFixed(2)})`;
  return {
    extent: { value: seconds.value, low: seconds.low, high: seconds.high },
    words: `${seconds.value.toFixed(2)} s per answer${interval}, n = ${seconds.n}`,
  };
}

function megabytesOf({ costs: { modelBytes } }: CostedRun): Cost | null {
  if (modelBytes === null) return null;
  return { extent: { value: modelBytes / 1e6, low: null, high: null }, words: formatBytes(modelBytes) };
}

function pointOf(run: CostedRun, { kind }: MeasureSpec, cost: Cost | null): Omit<ScatterPoint, 'front'>[] {
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

function withFront(
  points: readonly Omit<ScatterPoint, 'front'>[],
  { better }: MeasureSpec,
): readonly ScatterPoint[] {
  const front = onParetoFront(
    points.map(({ x, y }) => ({ gain: better === 'higher' ? y.value : -y.value, cost: x.value })),
  );
  return points.map((point, at) => ({ ...point, front: front[at] ?? false }));
}
