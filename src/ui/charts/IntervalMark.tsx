import type { MeasureSpec } from '../../core/contracts.ts';
import css from './IntervalMark.module.css';

interface IntervalMarkProps {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** binary and fraction measures end at 1; a count ends at the largest bound shown in its table. */
  readonly kind: MeasureSpec['kind'];
  readonly max?: number;
}

const WIDTH = 120;
const HEIGHT = 16;

/**
 * Value and interval on an axis that begins at a real zero. Drawn for the eye only: the cell beside it says
 * the same in words, so it is hidden from assistive technology.
 */
export function IntervalMark({ value, low, high, kind, max }: IntervalMarkProps) {
  const end = kind === 'count' ? Math.max(max ?? 0, high, 1e-9) : 1;
  const x = (position: number) => 2 + (Math.min(Math.max(position, 0), end) / end) * (WIDTH - 4);
  const mid = HEIGHT / 2;
  return (
    <svg
      className={css['mark']}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      aria-hidden="true"
    >
      <line className={css['axis']} x1={2} x2={WIDTH - 2} y1={mid} y2={mid} />
      <line className={css['zero']} x1={2} x2={2} y1={2} y2={HEIGHT - 2} />
      <line className={css['interval']} x1={x(low)} x2={x(high)} y1={mid} y2={mid} />
      <line className={css['cap']} x1={x(low)} x2={x(low)} y1={mid - 4} y2={mid + 4} />
      <line className={css['cap']} x1={x(high)} x2={x(high)} y1={mid - 4} y2={mid + 4} />
      <circle className={css['value']} cx={x(value)} cy={mid} r={3.5} />
    </svg>
  );
}
