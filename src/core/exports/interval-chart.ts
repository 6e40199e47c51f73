import { intervalPercent, numberText } from './estimate-words.ts';
import type { ExportColumn, ExportView } from './export-view.ts';
import { intervalLine } from './interval-line.ts';
import { type SafeHtml, html } from './safe-html.ts';

const WIDTH = 720;
const LABEL = 250;
const RIGHT = 20;
const ROW = 26;
const TOP = 26;

/**
 * Means with their intervals on one axis from a real zero. Only measures of one kind share an axis: shares run from
 * 0 to 1, counts from 0 to the highest end. The tables beside it are its text form.
 */
export function intervalCharts(view: ExportView): readonly SafeHtml[] {
  const shown = view.columns.filter(({ measure, estimate }) => measure.headline && estimate.value !== null);
  const shares = shown.filter(({ measure }) => measure.kind !== 'count');
  const counts = shown.filter(({ measure }) => measure.kind === 'count');
  const highest = Math.max(1, ...counts.map(({ estimate }) => estimate.high ?? estimate.value ?? 0));
  return [
    ...(shares.length === 0 ? [] : [chart(view, shares, 1, 'Shares')]),
    ...(counts.length === 0 ? [] : [chart(view, counts, highest, 'Counts per sample')]),
  ];
}

function chart(view: ExportView, columns: readonly ExportColumn[], maximum: number, title: string): SafeHtml {
  const height = TOP + columns.length * ROW + 30;
  const x = (value: number): number =>
    Math.round((LABEL + (value / maximum) * (WIDTH - LABEL - RIGHT)) * 100) / 100;
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((share) => share * maximum);
  const bottom = TOP + columns.length * ROW;
  return html`<figure>
    <svg
      viewBox="0 0 ${WIDTH} ${height}"
      role="img"
      aria-label="${title}: means with ${intervalPercent(view)} intervals; the table holds the same numbers"
    >
      <text x="0" y="14" class="axis">${title}</text>
      ${ticks.map((tick) => html`<line x1="${x(tick)}" x2="${x(tick)}" y1="${TOP}" y2="${bottom}" class="grid" /><text x="${x(tick)}" y="${bottom + 18}" text-anchor="middle" class="axis">${tickText(tick)}</text>`)}
      ${columns.map((column, row) => mark(column, TOP + row * ROW + ROW / 2, x))}
    </svg>
    <figcaption>${title}. Dot: mean; line: ${intervalPercent(view)} interval.</figcaption>
  </figure>`;
}

function mark({ measure, estimate }: ExportColumn, y: number, x: (value: number) => number): SafeHtml {
  const { value, n } = estimate;
  return html`<text x="0" y="${y + 4}">${measure.title} (n ${n})</text>${intervalLine(estimate, y, x)}<circle
      cx="${x(value ?? 0)}"
      cy="${y}"
      r="4"
      class="mean"
    />`;
}

function tickText(tick: number): string {
  return Number.isInteger(tick) ? String(tick) : numberText(tick).replace(/0+$/u, '');
}
