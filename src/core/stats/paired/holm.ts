/**
 * Holm's step-down adjusted p-values (Holm 1979), in the order given: the chance of even one false claim among all
 * stays under the level. Tests that were not made (null) take no part.
 */
export function holmAdjusted(pValues: readonly (number | null)[]): (number | null)[] {
  const made = pValues.flatMap((p, index) => (p === null ? [] : [{ p, index }]));
  made.sort((x, y) => x.p - y.p);
  const adjusted: (number | null)[] = pValues.map(() => null);
  let largest = 0;
  made.forEach(({ p, index }, rank) => {
    largest = Math.max(largest, Math.min(1, p * (made.length - rank)));
    adjusted[index] = largest;
  });
  return adjusted;
}
