/** Positions and ticks of an axis. Pure: what is drawn can be checked without drawing. */
export interface Scale {
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
  /** Values beyond the domain stop at its ends. */
  at(value: number): number;
}

export function linearScale(domain: readonly [number, number], range: readonly [number, number]): Scale {
  const [low, high] = domain;
  const [from, to] = range;
  const span = high - low;
  return {
    domain,
    range,
    at: (value) =>
      span <= 0
        ? (from + to) / 2
        : from + ((Math.min(Math.max(value, low), high) - low) / span) * (to - from),
  };
}

/** 1, 2 or 5 times a power of ten: the step that gives at most `count` intervals. */
function niceStep(span: number, count: number): number {
  const rough = span / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((one) => one * power >= rough * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** Round values within the domain, its own zero among them when it holds zero. */
export function niceTicks([low, high]: readonly [number, number], count: number): number[] {
  if (!Number.isFinite(low) || !Number.isFinite(high) || high <= low) return [low];
  const step = niceStep(high - low, count);
  const ticks: number[] = [];
  for (let at = Math.ceil(low / step - 1e-9); at * step <= high + step * 1e-9; at += 1) {
    const value = Number((at * step).toPrecision(12));
    ticks.push(value === 0 ? 0 : value);
  }
  return ticks;
}

/** From a real zero up to a round value that holds everything. */
export function zeroDomain(values: readonly number[], count = 4): readonly [number, number] {
  const most = values.reduce((high, value) => Math.max(high, value), 0);
  if (most <= 0) return [0, 1];
  const step = niceStep(most, count);
  return [0, Number((Math.ceil(most / step - 1e-9) * step).toPrecision(12))];
}

/** As far to the left of zero as to the right, so that neither side looks larger than it is. */
export function evenDomain(values: readonly number[]): readonly [number, number] {
  const [, high] = zeroDomain(values.map(Math.abs), 2);
  return [-high, high];
}

/** As many decimals as the step between ticks needs, with a true minus sign. */
export function tickText(value: number, ticks: readonly number[]): string {
  const [first = 0, second = first + 1] = ticks;
  const decimals = Math.max(0, Math.min(6, -Math.floor(Math.log10(Math.abs(second - first) || 1) + 1e-9)));
  return value.toFixed(decimals).replace('-', '\u2212');
}
