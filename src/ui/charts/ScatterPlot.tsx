import { ChartFigure } from './ChartFigure.tsx';
import { ChartMarks } from './ChartMarks.tsx';
import { PlaneAxes } from './PlaneAxes.tsx';
import { SCATTER_BOTTOM, scatterLayout, type ScatterPoint } from './scatter-layout.ts';
import css from './Chart.module.css';

interface ScatterPlotProps {
  readonly title: string;
  readonly note: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly points: readonly ScatterPoint[];
}

const HEIGHT = 300;

/** Quality against cost, both with their intervals, and the front of points that no other one beats. */
export function ScatterPlot({ title, note, xLabel, yLabel, points }: ScatterPlotProps) {
  return (
    <ChartFigure
      title={title}
      note={note}
      table={{
        head: ['Run', 'In words', 'On the front'],
        rows: points.map((point) => [point.label, point.words, point.front ? 'yes' : 'no']),
      }}
    >
      {(width, say) => {
        const layout = scatterLayout(points, { width, height: HEIGHT });
        const { x, y, labels } = layout;
        return (
          <svg viewBox={`0 0 ${width} ${HEIGHT}`} width={width} height={HEIGHT}>
            <PlaneAxes
              x={x}
              y={y}
              xTicks={layout.xTicks}
              yTicks={layout.yTicks}
              xLabel={xLabel}
              yLabel={yLabel}
              bottom={HEIGHT - SCATTER_BOTTOM}
            />
            <path className={css['front']} d={layout.frontPath} aria-hidden="true" />
            <ChartMarks
              label={title}
              say={say}
              marks={points.map((point, at) => {
                const [px, py] = [x.at(point.x.value), y.at(point.y.value)];
                const label = labels[at];
                return {
                  id: point.id,
                  words: `${point.label}: ${point.words}${point.front ? '; on the front' : ''}`,
                  draw: (
                    <g className={point.front ? undefined : css['open']}>
                      <circle className={css['hit']} cx={px} cy={py} r={12} />
                      {point.x.low !== null && point.x.high !== null && (
                        <line
                          className={css['interval']}
                          x1={x.at(point.x.low)}
                          x2={x.at(point.x.high)}
                          y1={py}
                          y2={py}
                        />
                      )}
                      {point.y.low !== null && point.y.high !== null && (
                        <line
                          className={css['interval']}
                          x1={px}
                          x2={px}
                          y1={y.at(point.y.low)}
                          y2={y.at(point.y.high)}
                        />
                      )}
                      <circle className={css['value']} cx={px} cy={py} r={5} />
                      {label !== undefined && (
                        <text
                          className={`${css['text']} ${label.end ? css['end'] : ''}`}
                          x={label.x}
                          y={label.y}
                        >
                          {point.label}
                        </text>
                      )}
                    </g>
                  ),
                };
              })}
            />
          </svg>
        );
      }}
    </ChartFigure>
  );
}
