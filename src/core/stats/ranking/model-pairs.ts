import { holmAdjusted } from '../paired/holm.ts';
import type { Pair } from '../paired/pair.ts';
import { type PairedDifference, pairedDifference } from '../paired/paired-difference.ts';
import { type SignFlipTest, signFlipTest } from '../paired/sign-flip-test.ts';
import type { ScoreMatrix } from './score-matrix.ts';

/** More models than this would be a wall of numbers. */
const MAX_MODELS = 8;

/** Two models over the benchmarks that both have a result on: each benchmark is one pair. */
export interface ModelPair {
  readonly models: readonly [string, string];
  /** Second minus first, in the benchmarks' own unit. */
  readonly difference: PairedDifference;
  readonly test: SignFlipTest | null;
  /** p adjusted by Holm over all pairs of models. */
  readonly holm: number | null;
}

/**
 * Every two models paired over benchmarks, as runs are paired over samples: mean difference with Student's t and the
 * sign-flip test. None where benchmarks differ in direction (their mean difference has no meaning) or models are many.
 */
export function modelPairs(
  { models, benchmarks, cells }: ScoreMatrix,
  options: { readonly level: number; readonly seed: number },
): ModelPair[] {
  if (models.length > MAX_MODELS || new Set(benchmarks.map(({ better }) => better)).size > 1) return [];
  const pairs = models.flatMap((first, i) =>
    models.slice(i + 1).map((second, offset) => {
      const shared = benchmarks.flatMap(({ id }, at): Pair[] => {
        const [a, b] = [cells[i]?.[at] ?? null, cells[i + 1 + offset]?.[at] ?? null];
        return a === null || b === null ? [] : [{ id, cluster: id, a, b }];
      });
      const groups = shared.map(({ a, b }) => [b - a]);
      return {
        models: [first, second] as const,
        // A matrix may hold any number: its differences have no bound.
        difference: pairedDifference(shared, { kind: 'count' }, options),
        test: groups.length < 2 ? null : signFlipTest(groups, options.seed),
      };
    }),
  );
  const adjusted = holmAdjusted(pairs.map(({ test }) => test?.p ?? null));
  return pairs.map((pair, at) => ({ ...pair, holm: adjusted[at] ?? null }));
}
