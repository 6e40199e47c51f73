import { differenceTicks } from './difference-ticks.ts';
import type { GainMark } from './report-blocks.ts';
import { intervalLine } from '../interval-line.ts';
import { type SafeHtml, html } from '../safe-html.ts';

const WIDTH = 720;
const LABEL = 220;
const RIGHT = 190;
const ROW = 28;
const TOP = 44;
const LONGEST = 34;

/** Paired gains with their intervals on one axis that always shows zero. The table below it is its text form. */
export function gainChart(title: string, unit: string, marks: readonly GainMark[]): SafeHtml {
  const ends = marks.flatMap(({ gain, low, high }) => [gain, low ?? gain, high ?? gain]);
  const ticks = differenceTicks(Math.min(0, ...ends), Math.max(0, ...ends));
  const [from, to] = [ticks[0] ?? -1, ticks.at(-1) ?? 1];
  const bottom = TOP + marks.length * ROW;
  const x = (value: number): number =>
    Math.round((LABEL + ((value - from) / (to - from)) * (WIDTH - LABEL - RIGHT)) * 100) / 100;
  return html`<figure>
    <svg
      viewBox="0 0 ${WIDTH} ${bottom + 40}"
      role="img"
      aria-label="${title}: paired gains of B with their intervals; the table below holds the same numbers"
    >
      <text x="0" y="14" class="axis">${title}</text>
      <text x="${x(0) - 8}" y="34" text-anchor="end" class="axis">A better</text>
      <text x="${x(0) + 8}" y="34" class="axis">B better</text>
      ${ticks.map((tick) => html`<line x1="${x(tick)}" x2="${x(tick)}" y1="${TOP}" y2="${bottom}" class="${tick === 0 ? 'zero' : 'grid'}" /><text x="${x(tick)}" y="${bottom + 16}" text-anchor="middle" class="axis">${tickText(tick)}</text>`)}
      <text x="${LABEL}" y="${bottom + 34}" class="axis">${unit}</text>
      ${marks.map((one, row) => mark(one, TOP + row * ROW + ROW / 2, x))}
    </svg>
    <figcaption>
      ${title}. Dot: difference, filled where “better” or “worse” is shown; line: its interval. Measures of
      which less is better are turned round, so that right is always better for B.
    </figcaption>
  </figure>`;
}

function mark(
  { label, gain, low, high, shown, text }: GainMark,
  y: number,
  x: (value: number) => number,
): SafeHtml {
  return html`<text x="0" y="${y + 4}">${short(label)}</text>${intervalLine({ low, high }, y, x)}<circle
      cx="${x(gain)}"
      cy="${y}"
      r="4.5"
      class="${shown ? 'mean' : 'hollow'}"
    /><text x="${WIDTH - RIGHT + 14}" y="${y + 4}" class="small">${text}</text>`;
}

function short(label: string): string {
  return label.length <= LONGEST ? label : `${label.slice(0, LONGEST - 1)}…`;
}

function tickText(tick: number): string {
  return `${tick > 0 ? '+' : tick < 0 ? '−' : ''}${String(Math.abs(Number(tick.toPrecision(6))))}`;
}
