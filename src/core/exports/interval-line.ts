import { type SafeHtml, html } from './safe-html.ts';

interface Interval {
  readonly low: number | null;
  readonly high: number | null;
}

/** An interval of a chart as a line with ends, at height `y`; nothing where there is none. */
export function intervalLine({ low, high }: Interval, y: number, x: (value: number) => number): SafeHtml {
  return low === null || high === null
    ? html``
    : html`<line x1="${x(low)}" x2="${x(high)}" y1="${y}" y2="${y}" class="interval" /><line
          x1="${x(low)}"
          x2="${x(low)}"
          y1="${y - 5}"
          y2="${y + 5}"
          class="interval"
        /><line x1="${x(high)}" x2="${x(high)}" y1="${y - 5}" y2="${y + 5}" class="interval" />`;
}
