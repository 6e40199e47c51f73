import type { MeasureSpec } from '../../../core/contracts.ts';
import { ScatterPlot } from '../../charts/ScatterPlot.tsx';
import { Notice } from '../../components/Notice.tsx';
import { MemoryChart } from './MemoryChart.tsx';
import { type Cost, type CostedRun, FRONT_NOTE, pointOf, withFront } from './trade-off.ts';

interface TradeOffChartsProps {
  readonly runs: readonly CostedRun[];
  readonly measure: MeasureSpec;
  readonly sameDevice: boolean;
}

export function TradeOffCharts({ runs, measure, sameDevice }: TradeOffChartsProps) {
  const timed = runs.flatMap((run) => pointOf(run, measure, secondsOf(run)));
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
          note={`${FRONT_NOTE} Up and left is ${measure.better === 'higher' ? 'better' : 'worse in quality; down and left is better'}.`}
          xLabel="Seconds per answer"
          yLabel={`${measure.title} (${better})`}
          points={withFront(timed, measure)}
        />
      ) : (
        <p className="muted">No answer of these runs has its time recorded.</p>
      )}
      <MemoryChart runs={runs} measure={measure} />
    </>
  );
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
