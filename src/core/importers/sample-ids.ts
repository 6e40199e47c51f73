/** A sample's identity: the source's own id, and the cluster that rows with the same source id share. */
export interface SampleIdentity {
  readonly id: string;
  readonly cluster?: string;
}

/**
 * Names samples by the source's id. A second row with the same id gets "#2", a third "#3"; such rows are about the same
 * patient or note, so they share its cluster and are not counted as independent.
 */
export function createSampleNamer(): (sourceId: string) => SampleIdentity {
  const taken = new Set<string>();
  const seen = new Map<string, number>();
  return (sourceId) => {
    let count = seen.get(sourceId) ?? 0;
    let id: string;
    do {
      count += 1;
      id = count === 1 ? sourceId : `${sourceId}#${count}`;
    } while (taken.has(id));
    seen.set(sourceId, count);
    taken.add(id);
    return id === sourceId ? { id } : { id, cluster: sourceId };
  };
}
