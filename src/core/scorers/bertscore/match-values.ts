import type { MatchedTokens, TokenMatch } from '../scorer-resources.ts';

export interface MatchValues {
  readonly p: number;
  readonly r: number;
  readonly f: number;
}

export type TokenWeight = (id: number) => number;

export const EQUAL_WEIGHT: TokenWeight = () => 1;

/** Precision over the tokens of the text, recall over those of the target; an empty side gives 0, as in bert_score. */
export function matchValues(match: TokenMatch, weight: TokenWeight): MatchValues {
  const p = weightedMean(match.text, weight);
  const r = weightedMean(match.target, weight);
  return { p, r, f: p + r > 0 ? (2 * p * r) / (p + r) : 0 };
}

function weightedMean({ ids, best }: MatchedTokens, weight: TokenWeight): number {
  let sum = 0;
  let total = 0;
  for (let at = 0; at < ids.length; at += 1) {
    const own = weight(ids[at] ?? 0);
    sum += own * (best[at] ?? 0);
    total += own;
  }
  return total > 0 ? sum / total : 0;
}

/** log((N + 1) / (df + 1)) over the reference texts, so that words of every note weigh least (bert_score, get_idf_dict). */
export function inverseDocumentFrequency(documents: readonly ArrayLike<number>[]): TokenWeight {
  const counts = new Map<number, number>();
  for (const document of documents) {
    for (const id of new Set(Array.from(document))) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return (id) => Math.log((documents.length + 1) / ((counts.get(id) ?? 0) + 1));
}

/** (x - b) / (1 - b): 0 is what unrelated texts score, 1 an equal text (Zhang et al. 2020, section 5). */
export function rescaled(value: number, baseline: number): number {
  return baseline >= 1 ? 0 : (value - baseline) / (1 - baseline);
}
