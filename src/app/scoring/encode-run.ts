/** Encodes what BERTScore compares: each answer of a run with each of its references, and references with each other. */
import type { RunRecord } from '../../core/contracts.ts';
import { comparedText } from '../../core/scorers/bertscore/compared-text.ts';
import { EQUAL_WEIGHT, matchValues, type MatchValues } from '../../core/scorers/bertscore/match-values.ts';
import type { EncodedPair, EncodedPairs } from '../../core/scorers/scorer-resources.ts';
import type { PackPart } from '../../core/packs/pack-part.ts';
import type { EncoderApi } from '../../../workers/encoder-api.ts';
import type { LoadProgress, LoadRequest } from '../../../workers/protocol.ts';

/** Enough pairs of unrelated references for a baseline of two digits. */
const UNRELATED_PAIRS = 40;

export type EncodingProgress =
  | { readonly stage: 'loading'; readonly load: LoadProgress }
  | { readonly stage: 'encoding'; readonly done: number; readonly total: number };

export async function encodeRun(
  api: EncoderApi,
  request: LoadRequest,
  pack: PackPart,
  records: readonly RunRecord[],
  onProgress: (progress: EncodingProgress) => void,
): Promise<EncodedPairs> {
  const encoder = await api.load(request, (load) => onProgress({ stage: 'loading', load }));
  const pairs = new Map<string, EncodedPair>();
  const unrelated: MatchValues[] = [];
  let before: { readonly cluster: string; readonly target: string } | null = null;
  for (const [index, record] of records.entries()) {
    onProgress({ stage: 'encoding', done: index, total: records.length });
    const sample = pack.samples[record.index];
    const text = record.output === null || record.error !== undefined ? '' : comparedText(record.output);
    for (const target of sample?.target ?? []) {
      if (target.trim() === '' || text.trim() === '') continue;
      const key = `${target}\u0000${text}`;
      const match = pairs.has(key) ? null : await api.match(target, text);
      if (match !== null) pairs.set(key, { target, text, match });
    }
    const target = sample?.target?.[0];
    if (sample === undefined || target === undefined || target.trim() === '') continue;
    const cluster = sample.cluster ?? sample.id;
    if (before !== null && before.cluster !== cluster && unrelated.length < UNRELATED_PAIRS) {
      const match = await api.match(before.target, target);
      if (match !== null) unrelated.push(matchValues(match, EQUAL_WEIGHT));
    }
    before = { cluster, target };
  }
  onProgress({ stage: 'encoding', done: records.length, total: records.length });
  return { encoder, pairs: [...pairs.values()], unrelated: meanOf(unrelated) };
}

function meanOf(values: readonly MatchValues[]): EncodedPairs['unrelated'] {
  if (values.length === 0) return null;
  const mean = (part: keyof MatchValues): number =>
    values.reduce((sum, value) => sum + value[part], 0) / values.length;
  return { p: mean('p'), r: mean('r'), f: mean('f'), n: values.length };
}
