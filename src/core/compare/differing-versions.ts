/** Scorers whose versions differ between runs: their scores are not of one kind, and are left out of a comparison. */
export function differingVersions(
  runs: readonly (readonly { readonly id: string; readonly version: string }[])[],
): string[] {
  const versions = new Map<string, Set<string>>();
  for (const { id, version } of runs.flat()) versions.set(id, (versions.get(id) ?? new Set()).add(version));
  return [...versions].flatMap(([id, known]) => (known.size > 1 ? [id] : []));
}
