import type { MeasureSpec, Score, Scorer } from '../../contracts.ts';
import { scored, unscored, unscoredCard } from '../unscored-card.ts';
import { bestOf, rougeOfTexts } from './text-rouge.ts';

const TYPES = [
  { id: 'rouge1', title: 'ROUGE-1' },
  { id: 'rouge2', title: 'ROUGE-2' },
  { id: 'rougeL', title: 'ROUGE-L' },
  { id: 'rougeLsum', title: 'ROUGE-Lsum' },
] as const;

const PARTS = [
  { id: 'p', title: 'precision' },
  { id: 'r', title: 'recall' },
  { id: 'f', title: 'F' },
] as const;

const VARIANTS = [
  { prefix: '', title: '', stem: false },
  { prefix: 'stem.', title: ', stemmed', stem: true },
] as const;

const MEASURES: readonly MeasureSpec[] = VARIANTS.flatMap((variant) =>
  TYPES.flatMap((type) =>
    PARTS.map((part): MeasureSpec => ({
      id: `${variant.prefix}${type.id}.${part.id}`,
      title: `${type.title} ${part.title}${variant.title}`,
      kind: 'fraction',
      better: 'higher',
      headline: !variant.stem && part.id === 'f',
    })),
  ),
);

export const rouge: Scorer = {
  id: 'rouge',
  version: '1',
  nearness: true,
  title: 'ROUGE',
  description:
    "Word overlap with the reference as Google's rouge_score 0.1.2 computes it (Lin 2004), plain and with NLTK's extended Porter stemmer.",
  measures: MEASURES,
  score(sample, output) {
    if (output.unscored !== undefined) return unscoredCard(MEASURES, output.unscored);
    const { text } = output;
    if (text === null) return unscoredCard(MEASURES, 'missing-output');
    const [firstTarget, ...otherTargets] = sample.target ?? [];
    if (firstTarget === undefined) return unscoredCard(MEASURES, 'no-reference');
    const scores: Record<string, Score> = {};
    for (const { prefix, stem } of VARIANTS) {
      const first = rougeOfTexts(firstTarget, text, stem);
      const others = otherTargets.map((target) => rougeOfTexts(target, text, stem));
      for (const { id } of TYPES) {
        const value = bestOf(
          first[id],
          others.map((computed) => computed[id]),
        );
        for (const part of PARTS) {
          scores[`${prefix}${id}.${part.id}`] =
            value === 'too-long-to-score' ? unscored(value) : scored(value[part.id]);
        }
      }
    }
    return { scores };
  },
};
