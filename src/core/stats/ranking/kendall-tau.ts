/** Kendall's tau-b of two benchmarks over the models that have a result on both (Kendall 1945). */
export interface Tau {
  /** Null when either benchmark ties all of its models, or fewer than two models are shared. */
  readonly tau: number | null;
  readonly n: number;
}

export function kendallTauB(x: readonly (number | null)[], y: readonly (number | null)[]): Tau {
  const shared = x.flatMap((first, index): [number, number][] => {
    const second = y[index] ?? null;
    return first === null || second === null ? [] : [[first, second]];
  });
  const n = shared.length;
  let score = 0;
  let untiedX = 0;
  let untiedY = 0;
  shared.forEach(([x1, y1], index) => {
    for (const [x2, y2] of shared.slice(index + 1)) {
      const dx = Math.sign(x1 - x2);
      const dy = Math.sign(y1 - y2);
      score += dx * dy;
      untiedX += Math.abs(dx);
      untiedY += Math.abs(dy);
    }
  });
  return { tau: untiedX === 0 || untiedY === 0 ? null : score / Math.sqrt(untiedX * untiedY), n };
}
