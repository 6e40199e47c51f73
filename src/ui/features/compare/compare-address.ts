import { idFromPath } from '../../routes.ts';

/** What the address of a comparison says: `/compare/<run>,<run>…` and, of one sample, `…/sample/<position>`. */
export interface CompareAddress {
  /** The baseline first, each once. */
  readonly runIds: readonly string[];
  /** Position of the sample shown, in the pack. */
  readonly sample: number | null;
}

const PATTERN = /^(?:\/|\?runs=)?(.*?)(?:\/sample\/(\d+))?\/?$/su;

/** `rest`: what follows "/compare" in the address, still percent-encoded. */
export function readCompareAddress(rest: string): CompareAddress {
  const [, list = '', sample] = PATTERN.exec(rest) ?? [];
  const runIds = list
    .split(',')
    .map(idFromPath)
    .filter((id) => id !== '');
  return { runIds: [...new Set(runIds)], sample: sample === undefined ? null : Number(sample) };
}
