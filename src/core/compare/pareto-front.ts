/** A point that one would choose for its gain (more is better) or for its cost (less is better). */
export interface TradeOff {
  readonly gain: number;
  readonly cost: number;
}

/** Which points no other point beats: none is at least as good on both and better on one. Points alike stand together. */
export function onParetoFront(points: readonly TradeOff[]): boolean[] {
  return points.map(
    (point) =>
      !points.some(
        (other) =>
          other.gain >= point.gain &&
          other.cost <= point.cost &&
          (other.gain > point.gain || other.cost < point.cost),
      ),
  );
}
