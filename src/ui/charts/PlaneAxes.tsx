import { tickText, type Scale } from './scale.ts';
import css from './Chart.module.css';

interface PlaneAxesProps {
  readonly x: Scale;
  readonly y: Scale;
  readonly xTicks: readonly number[];
  readonly yTicks: readonly number[];
  readonly xLabel: string;
  readonly yLabel: string;
  /** Where the x axis lies. */
  readonly bottom: number;
}

/** Two axes with their grid; drawn for the eye, the marks and the table say the same in words. */
export function PlaneAxes({ x, y, xTicks, yTicks, xLabel, yLabel, bottom }: PlaneAxesProps) {
  const [left, right] = x.range;
  return (
    <g aria-hidden="true">
      {yTicks.map((tick) => (
        <g key={tick}>
          <line className={css['grid']} x1={left} x2={right} y1={y.at(tick)} y2={y.at(tick)} />
          <text className={`${css['faint']} ${css['end']}`} x={left - 6} y={y.at(tick) + 4}>
            {tickText(tick, yTicks)}
          </text>
        </g>
      ))}
      {xTicks.map((tick) => (
        <g key={tick}>
          <line className={css['axis']} x1={x.at(tick)} x2={x.at(tick)} y1={bottom} y2={bottom + 4} />
          <text className={`${css['faint']} ${css['middle']}`} x={x.at(tick)} y={bottom + 18}>
            {tickText(tick, xTicks)}
          </text>
        </g>
      ))}
      <line className={css['axis']} x1={left} x2={right} y1={bottom} y2={bottom} />
      <line className={css['axis']} x1={left} x2={left} y1={y.range[1]} y2={bottom} />
      <text className={`${css['faint']} ${css['end']}`} x={right} y={bottom + 36}>
        {xLabel}
      </text>
      <text
        className={`${css['faint']} ${css['end']}`}
        transform={`translate(12 ${y.range[1]}) rotate(-90)`}
        x={0}
        y={0}
      >
        {yLabel}
      </text>
    </g>
  );
}
