/** Ranks from 1 = highest, ties at their average; null stays null and takes no rank. */
export function averageRanks(values: readonly (number | null)[]): (number | null)[] {
  return values.map((value) => {
    if (value === null) return null;
    let above = 0;
    let equal = 0;
    for (const other of values) {
      if (other === null) continue;
      if (other > value) above += 1;
      else if (other === value) equal += 1;
    }
    return above + (equal + 1) / 2;
  });
}

/** The indices that hold the highest value; empty when there is none. */
export function winners(values: readonly (number | null)[]): number[] {
  const best = Math.max(...values.map((value) => value ?? Number.NEGATIVE_INFINITY));
  return values.flatMap((value, index) => (value !== null && value === best ? [index] : []));
}
