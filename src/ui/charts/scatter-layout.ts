import { linearScale, niceTicks, zeroDomain, type Scale } from './scale.ts';

export interface Extent {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

export interface ScatterPoint {
  readonly id: string;
  readonly label: string;
  /** Cost: less is better. Its axis begins at a real zero. */
  readonly x: Extent;
  readonly y: Extent;
  readonly words: string;
  /** No other point is at least as good on both and better on one. */
  readonly front: boolean;
}

export interface ScatterLayout {
  readonly x: Scale;
  readonly y: Scale;
  readonly xTicks: readonly number[];
  readonly yTicks: readonly number[];
  /** Of the front, from the cheapest to the dearest: steps, since nothing lies between two points. */
  readonly frontPath: string;
  readonly labels: readonly { readonly x: number; readonly y: number; readonly end: boolean }[];
}

const LEFT = 52;
const RIGHT = 16;
const TOP = 12;
export const SCATTER_BOTTOM = 44;
const LINE_HEIGHT = 15;

export function scatterLayout(
  points: readonly ScatterPoint[],
  size: { readonly width: number; readonly height: number },
): ScatterLayout {
  const xDomain = zeroDomain(points.flatMap(({ x }) => [x.value, x.high ?? 0]));
  const yDomain = zeroDomain(points.flatMap(({ y }) => [y.value, y.high ?? 0]));
  const x = linearScale(xDomain, [LEFT, size.width - RIGHT]);
  const y = linearScale(yDomain, [size.height - SCATTER_BOTTOM, TOP]);
  const front = points.filter((point) => point.front).sort((a, b) => a.x.value - b.x.value);
  const frontPath = front
    .map((point, at) => {
      const [px, py] = [x.at(point.x.value), y.at(point.y.value)];
      return at === 0 ? `M${px} ${py}` : `H${px}V${py}`;
    })
    .join('');
  const taken: { readonly x: number; readonly y: number }[] = [];
  const labels = points.map((point) => {
    const px = x.at(point.x.value);
    const end = px > (LEFT + size.width - RIGHT) / 2;
    let py = y.at(point.y.value) - 9;
    // A label that would lie on another goes below it.
    while (taken.some((other) => Math.abs(other.y - py) < LINE_HEIGHT && Math.abs(other.x - px) < 220))
      py += LINE_HEIGHT;
    taken.push({ x: px, y: py });
    return { x: end ? px - 8 : px + 8, y: py, end };
  });
  return { x, y, xTicks: niceTicks(xDomain, 5), yTicks: niceTicks(yDomain, 5), frontPath, labels };
}
