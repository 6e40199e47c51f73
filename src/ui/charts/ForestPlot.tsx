import { ChartFigure } from './ChartFigure.tsx';
import { ChartMarks } from './ChartMarks.tsx';
import { NARROW_ROW, forestLayout, type ForestLayout, type ForestRow } from './forest-layout.ts';
import { tickText } from './scale.ts';
import css from './Chart.module.css';

interface ForestPlotProps {
  readonly title: string;
  readonly rows: readonly ForestRow[];
  /** Names of the two sides of zero. */
  readonly left: string;
  readonly right: string;
  /** Unit of the axis. */
  readonly unit: string;
  readonly onPick?: (id: string) => void;
}

/** Paired differences with their intervals around a real zero. */
export function ForestPlot({ title, rows, left, right, unit, onPick }: ForestPlotProps) {
  return (
    <ChartFigure
      title={title}
      note={`Right of zero is better for ${right}, whichever direction a measure counts in. A filled mark is a difference that is shown; an open one leaves no difference, or one either way, possible; a dashed line is an interval too narrow to be relied on.`}
      table={{
        head: ['Measure', 'Difference', 'In words'],
        rows: rows.map((row) => [row.label, row.text, row.words]),
      }}
    >
      {(width, say) => {
        const layout = forestLayout(rows, width);
        return (
          <svg viewBox={`0 0 ${width} ${layout.height}`} width={width} height={layout.height}>
            <Axis layout={layout} left={left} right={right} unit={unit} />
            <ChartMarks
              label={title}
              say={say}
              {...(onPick === undefined ? {} : { onPick })}
              marks={layout.rows.map((placed) => ({
                id: placed.row.id,
                words: `${placed.row.label}: ${placed.row.words}`,
                draw: <Row placed={placed} layout={layout} width={width} />,
              }))}
            />
          </svg>
        );
      }}
    </ChartFigure>
  );
}

function Axis({
  layout,
  left,
  right,
  unit,
}: { readonly layout: ForestLayout } & Pick<ForestPlotProps, 'left' | 'right' | 'unit'>) {
  const { scale, ticks, axisY } = layout;
  const [from, to] = scale.range;
  const zero = scale.at(0);
  return (
    <g aria-hidden="true">
      <text className={`${css['faint']} ${css['end']}`} x={zero - 10} y={12}>
        {`\u2190 ${left} better`}
      </text>
      <text className={css['faint']} x={zero + 10} y={12}>
        {`${right} better \u2192`}
      </text>
      {ticks.map((tick) => (
        <line key={tick} className={css['grid']} x1={scale.at(tick)} x2={scale.at(tick)} y1={20} y2={axisY} />
      ))}
      <line className={css['zero']} x1={zero} x2={zero} y1={18} y2={axisY} />
      <line className={css['axis']} x1={from} x2={to} y1={axisY} y2={axisY} />
      {ticks.map((tick) => (
        <text key={tick} className={`${css['faint']} ${css['middle']}`} x={scale.at(tick)} y={axisY + 16}>
          {tickText(Math.abs(tick), ticks)}
        </text>
      ))}
      <text className={`${css['faint']} ${css['middle']}`} x={zero} y={axisY + 34}>
        {unit}
      </text>
    </g>
  );
}

interface RowProps {
  readonly placed: ForestLayout['rows'][number];
  readonly layout: ForestLayout;
  readonly width: number;
}

function Row({ placed: { row, y, mark }, layout, width }: RowProps) {
  const { rowHeight, textX } = layout;
  const top = textX === null ? y - NARROW_ROW + 16 : y - rowHeight / 2;
  const looks = [row.shown ? '' : css['open'], row.unreliable ? css['unreliable'] : ''].join(' ');
  return (
    <g className={looks}>
      <rect className={css['hit']} x={0} y={top} width={width} height={rowHeight} rx={3} />
      <text className={css['text']} x={4} y={textX === null ? y - 34 : y + 4}>
        {row.label}
      </text>
      {textX === null ? (
        <text className={css['strong']} x={4} y={y - 16}>
          {row.text}
        </text>
      ) : (
        <text className={css['strong']} x={textX} y={y + 4}>
          {row.text}
        </text>
      )}
      {mark !== null && mark.from !== null && mark.to !== null && (
        <>
          <line className={css['interval']} x1={mark.from} x2={mark.to} y1={y} y2={y} />
          <line className={css['interval']} x1={mark.from} x2={mark.from} y1={y - 5} y2={y + 5} />
          <line className={css['interval']} x1={mark.to} x2={mark.to} y1={y - 5} y2={y + 5} />
        </>
      )}
      {mark !== null && <circle className={css['value']} cx={mark.x} cy={y} r={5} />}
    </g>
  );
}
