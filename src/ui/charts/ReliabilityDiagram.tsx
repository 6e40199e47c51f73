import { ChartFigure } from './ChartFigure.tsx';
import { ChartMarks } from './ChartMarks.tsx';
import { PlaneAxes } from './PlaneAxes.tsx';
import { niceTicks } from './scale.ts';
import { unitPlane } from './unit-plane.ts';
import css from './Chart.module.css';

/** Answers of similar confidence: how sure the model was, and how often it was right. */
export interface ReliabilityBin {
  readonly confidence: number;
  readonly right: number;
  /** Interval of the share that is right; null where there is none. */
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
}

interface ReliabilityDiagramProps {
  readonly title: string;
  readonly bins: readonly ReliabilityBin[];
}

const HEIGHT = 320;
const TICKS = niceTicks([0, 1], 5);

/** On the diagonal a model is as often right as it is sure; below it, it is surer than it is right. */
export function ReliabilityDiagram({ title, bins }: ReliabilityDiagramProps) {
  const shown = bins.filter(({ n }) => n > 0);
  return (
    <ChartFigure
      title={title}
      note="On the dashed line confidence and share of right answers agree. Below it the model is surer than it is right, above it less sure. Lines through a mark are 95 % intervals; few answers give long ones."
      table={{
        head: ['Mean confidence', 'Share right', 'Interval', 'Answers'],
        rows: shown.map((bin) => [
          bin.confidence.toFixed(3),
          bin.right.toFixed(3),
          bin.low === null || bin.high === null ? 'none' : `${bin.low.toFixed(3)} to ${bin.high.toFixed(3)}`,
          bin.n,
        ]),
      }}
    >
      {(width, say) => {
        const { x, y, bottom } = unitPlane(width, HEIGHT);
        return (
          <svg viewBox={`0 0 ${width} ${HEIGHT}`} width={width} height={HEIGHT}>
            <PlaneAxes
              x={x}
              y={y}
              xTicks={TICKS}
              yTicks={TICKS}
              xLabel="Mean confidence"
              yLabel="Share right"
              bottom={bottom}
            />
            <line
              className={css['ideal']}
              x1={x.at(0)}
              y1={y.at(0)}
              x2={x.at(1)}
              y2={y.at(1)}
              aria-hidden="true"
            />
            <ChartMarks
              label={title}
              say={say}
              marks={shown.map((bin, at) => ({
                id: String(at),
                words: binWords(bin),
                draw: (
                  <>
                    <circle className={css['hit']} cx={x.at(bin.confidence)} cy={y.at(bin.right)} r={11} />
                    {bin.low !== null && bin.high !== null && (
                      <line
                        className={css['interval']}
                        x1={x.at(bin.confidence)}
                        x2={x.at(bin.confidence)}
                        y1={y.at(bin.low)}
                        y2={y.at(bin.high)}
                      />
                    )}
                    <circle className={css['value']} cx={x.at(bin.confidence)} cy={y.at(bin.right)} r={5} />
                  </>
                ),
              }))}
            />
          </svg>
        );
      }}
    </ChartFigure>
  );
}

function binWords({ confidence, right, low, high, n }: ReliabilityBin): string {
  const interval = low === null || high === null ? '' : ` (${percent(low)} to ${percent(high)})`;
  return `${percent(confidence)} sure, ${percent(right)} right${interval}, n = ${n}`;
}

function percent(value: number): string {
  return `${(value * 100).toFixed(0)} %`;
}
