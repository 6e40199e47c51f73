import { evenDomain, linearScale, niceTicks, type Scale } from './scale.ts';

export interface ForestRow {
  readonly id: string;
  readonly label: string;
  /** Gain of B over A: above zero is better for B. Null: nothing to compare. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** The difference as it is printed. */
  readonly text: string;
  readonly words: string;
  /** Filled: shown. Open: not shown. */
  readonly shown: boolean;
  /** The interval is too narrow to be relied on. */
  readonly unreliable: boolean;
}

export interface ForestLayout {
  readonly scale: Scale;
  readonly ticks: readonly number[];
  readonly rowHeight: number;
  readonly height: number;
  readonly axisY: number;
  /** Where the printed difference begins; null where it stands under the label instead. */
  readonly textX: number | null;
  readonly rows: readonly {
    readonly row: ForestRow;
    readonly y: number;
    readonly mark: { readonly x: number; readonly from: number | null; readonly to: number | null } | null;
  }[];
}

const TOP = 24;
const AXIS = 44;
/** Below this the label stands over its line instead of beside it. */
const NARROW = 620;
/** Label, difference and line one under the other. */
export const NARROW_ROW = 68;
/** Of the chart's type size, with room to spare: text is not measured, so that a layout needs no page. */
const CHARACTER = 7.4;

function longest(rows: readonly ForestRow[], part: 'label' | 'text'): number {
  return rows.reduce((most, row) => Math.max(most, row[part].length), 0);
}

/** Zero in the middle: both sides of a difference are drawn to one scale. */
export function forestLayout(rows: readonly ForestRow[], width: number): ForestLayout {
  const narrow = width < NARROW;
  const labels = narrow ? 8 : Math.min(230, 24 + CHARACTER * longest(rows, 'label'));
  const texts = narrow ? 8 : Math.min(width * 0.4, 24 + CHARACTER * longest(rows, 'text'));
  const rowHeight = narrow ? NARROW_ROW : 32;
  const ends = rows.flatMap(({ value, low, high }) => [value ?? 0, low ?? 0, high ?? 0]);
  const scale = linearScale(evenDomain(ends), [labels, width - texts]);
  const axisY = TOP + rows.length * rowHeight;
  return {
    scale,
    ticks: niceTicks(scale.domain, narrow ? 4 : 6),
    rowHeight,
    height: axisY + AXIS,
    axisY,
    textX: narrow ? null : width - texts + 14,
    rows: rows.map((row, at) => ({
      row,
      y: TOP + at * rowHeight + (narrow ? NARROW_ROW - 16 : rowHeight / 2),
      mark:
        row.value === null
          ? null
          : {
              x: scale.at(row.value),
              from: row.low === null ? null : scale.at(row.low),
              to: row.high === null ? null : scale.at(row.high),
            },
    })),
  };
}
