import { ChartFigure } from './ChartFigure.tsx';
import { ChartMarks } from './ChartMarks.tsx';
import { linearScale, niceTicks, tickText, zeroDomain } from './scale.ts';
import css from './Chart.module.css';

export interface Bar {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  /** The value as it is printed. */
  readonly text: string;
}

interface BarChartProps {
  readonly title: string;
  readonly note: string;
  readonly bars: readonly Bar[];
  readonly onPick?: (id: string) => void;
}

const ROW = 44;
const AXIS = 26;

/** Counts as bars that begin at a real zero; the label stands over its bar, so that it fits any width. */
export function BarChart({ title, note, bars, onPick }: BarChartProps) {
  return (
    <ChartFigure
      title={title}
      note={note}
      table={{ head: ['Group', 'Count'], rows: bars.map((bar) => [bar.label, bar.text]) }}
    >
      {(width, say) => {
        const domain = zeroDomain(bars.map(({ value }) => value));
        const x = linearScale(domain, [4, width - 8]);
        const ticks = niceTicks(domain, 5);
        const bottom = bars.length * ROW + 4;
        return (
          <svg viewBox={`0 0 ${width} ${bottom + AXIS}`} width={width} height={bottom + AXIS}>
            <g aria-hidden="true">
              {ticks.map((tick, at) => (
                <g key={tick}>
                  <line className={css['grid']} x1={x.at(tick)} x2={x.at(tick)} y1={0} y2={bottom} />
                  <text
                    className={`${css['faint']} ${at === 0 ? '' : at === ticks.length - 1 ? css['end'] : css['middle']}`}
                    x={x.at(tick)}
                    y={bottom + 16}
                  >
                    {tickText(tick, ticks)}
                  </text>
                </g>
              ))}
              <line className={css['zero']} x1={x.at(0)} x2={x.at(0)} y1={0} y2={bottom} />
            </g>
            <ChartMarks
              label={title}
              say={say}
              {...(onPick === undefined ? {} : { onPick })}
              marks={bars.map((bar, at) => ({
                id: bar.id,
                words: `${bar.label}: ${bar.text}`,
                draw: (
                  <>
                    <rect
                      className={css['hit']}
                      x={0}
                      y={at * ROW + 2}
                      width={width}
                      height={ROW - 4}
                      rx={3}
                    />
                    <text className={css['text']} x={8} y={at * ROW + 18}>
                      {bar.label}: {bar.text}
                    </text>
                    <rect
                      className={css['bar']}
                      x={x.at(0)}
                      y={at * ROW + 24}
                      width={x.at(bar.value) - x.at(0)}
                      height={12}
                    />
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
