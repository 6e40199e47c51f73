import { ChartFigure } from './ChartFigure.tsx';
import { ChartMarks } from './ChartMarks.tsx';
import { PlaneAxes } from './PlaneAxes.tsx';
import { niceTicks } from './scale.ts';
import { unitPlane } from './unit-plane.ts';
import css from './Chart.module.css';

/** Of the surest answers, this share of all, how many are wrong. */
export interface RiskPoint {
  readonly coverage: number;
  readonly risk: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Answers kept. */
  readonly n: number;
}

interface RiskCoverageProps {
  readonly title: string;
  readonly points: readonly RiskPoint[];
}

const HEIGHT = 300;
const TICKS = niceTicks([0, 1], 5);
/** More marks than this can be neither told apart nor walked through. */
const MOST_MARKS = 20;

/** How many answers are wrong when only the surest are used. A useful confidence makes the curve rise to the right. */
export function RiskCoverage({ title, points }: RiskCoverageProps) {
  const sorted = [...points].sort((x, y) => x.coverage - y.coverage);
  const every = Math.max(1, Math.ceil(sorted.length / MOST_MARKS));
  const marked = sorted.filter((_, at) => at % every === 0 || at === sorted.length - 1);
  return (
    <ChartFigure
      title={title}
      note="From left to right more and more answers are used, the surest first. The further the curve lies below its right end, the more confidence tells right answers from wrong ones. The band is the 95 % interval."
      table={{
        head: ['Answers used', 'Wrong', 'Interval', 'n'],
        rows: marked.map((point) => [
          percent(point.coverage),
          percent(point.risk),
          point.low === null || point.high === null
            ? 'none'
            : `${percent(point.low)} to ${percent(point.high)}`,
          point.n,
        ]),
      }}
    >
      {(width, say) => {
        const { x, y, bottom } = unitPlane(width, HEIGHT);
        const at = (coverage: number, risk: number) => `${x.at(coverage)} ${y.at(risk)}`;
        const banded = sorted.flatMap(({ coverage, low, high }) =>
          low === null || high === null ? [] : [{ coverage, low, high }],
        );
        return (
          <svg viewBox={`0 0 ${width} ${HEIGHT}`} width={width} height={HEIGHT}>
            {banded.length > 1 && (
              <path
                className={css['band']}
                aria-hidden="true"
                d={`M${banded.map((one) => at(one.coverage, one.high)).join('L')}L${banded
                  .toReversed()
                  .map((one) => at(one.coverage, one.low))
                  .join('L')}Z`}
              />
            )}
            <PlaneAxes
              x={x}
              y={y}
              xTicks={TICKS}
              yTicks={TICKS}
              xLabel="Share of answers used, surest first"
              yLabel="Share wrong"
              bottom={bottom}
            />
            {sorted.length > 1 && (
              <path
                className={css['line']}
                aria-hidden="true"
                d={`M${sorted.map(({ coverage, risk }) => at(coverage, risk)).join('L')}`}
              />
            )}
            <ChartMarks
              label={title}
              say={say}
              marks={marked.map((point) => ({
                id: String(point.coverage),
                words: `The surest ${percent(point.coverage)} (n = ${point.n}): ${percent(point.risk)} wrong${
                  point.low === null || point.high === null
                    ? ''
                    : `, 95 % interval ${percent(point.low)} to ${percent(point.high)}`
                }`,
                draw: (
                  <>
                    <circle className={css['hit']} cx={x.at(point.coverage)} cy={y.at(point.risk)} r={9} />
                    <circle className={css['value']} cx={x.at(point.coverage)} cy={y.at(point.risk)} r={4} />
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

function percent(value: number): string {
  return `${(value * 100).toFixed(0)} %`;
}
