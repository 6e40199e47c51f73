import type { MeasureSpec, Scorer } from '../../contracts.ts';
import { list } from '../../extractors/list.ts';
import { binaryMeasure as binary } from '../binary-measure.ts';
import { scored, unscoredCard } from '../unscored-card.ts';
import { itemKey, wantedItems } from '../wanted-items.ts';

const TOPS = [1, 3, 5] as const;
const DEPTHS = [5, 10] as const;

const MEASURES: readonly MeasureSpec[] = [
  ...TOPS.map((k) => binary(`top-${k}`, `A right one among the first ${k}`, k === 1)),
  ...DEPTHS.flatMap((k): MeasureSpec[] => [
    { id: `ndcg-${k}`, title: `nDCG@${k}`, kind: 'fraction', better: 'higher', headline: k === 10 },
    { id: `recall-${k}`, title: `Recall@${k}`, kind: 'fraction', better: 'higher', headline: false },
  ]),
];

/** Gain of 1 for a right item, discounted by log2(rank + 1), over that of the best order (Järvelin and Kekäläinen, 2002). */
export function ndcg(right: readonly boolean[], wanted: number, k: number): number {
  const discount = (index: number): number => 1 / Math.log2(index + 2);
  const gained = right.slice(0, k).reduce((sum, hit, index) => sum + (hit ? discount(index) : 0), 0);
  const ideal = Array.from({ length: Math.min(wanted, k) }, (_, index) => discount(index));
  return gained / ideal.reduce((sum, value) => sum + value, 0);
}

export const ranking: Scorer = {
  id: 'ranking',
  version: '1',
  title: 'Ranked list',
  description:
    'Where the right items stand in a ranked list, as of differential diagnoses: top-k, recall@k and nDCG@k with a gain of one (as scikit-learn, ndcg_score, on binary relevance).',
  measures: MEASURES,
  extractors: ['list', 'json'],
  score(sample, output) {
    if (output.unscored !== undefined) return unscoredCard(MEASURES, output.unscored);
    if (output.text === null) return unscoredCard(MEASURES, 'missing-output');
    const wanted = new Set(wantedItems(sample));
    if (wanted.size === 0) return unscoredCard(MEASURES, 'no-answer');
    const { flexible } = list.extract(output.text, {});
    if (flexible.kind === 'unscored') return unscoredCard(MEASURES, flexible.reason);
    // An item named twice gains once, where it stands first.
    const right = [...new Set(flexible.values.map(itemKey))].map((item) => wanted.has(item));
    const found = (k: number): number => right.slice(0, k).filter(Boolean).length;
    return {
      scores: Object.fromEntries([
        ...TOPS.map((k) => [`top-${k}`, scored(found(k) > 0 ? 1 : 0)] as const),
        ...DEPTHS.flatMap((k) => [
          [`ndcg-${k}`, scored(Math.min(1, ndcg(right, wanted.size, k)))] as const,
          [`recall-${k}`, scored(found(k) / wanted.size)] as const,
        ]),
      ]),
    };
  },
};
