import type { MeasureSpec, Score, Scorer } from '../../contracts.ts';
import { scored, unscored, unscoredCard } from '../unscored-card.ts';
import { rougeL, rougeLsum, rougeN, type RougeValue } from './rouge-values.ts';
import { RougeTokenizer, rougeSentences } from './tokenize.ts';

const TYPES = [
  { id: 'rouge1', title: 'ROUGE-1' },
  { id: 'rouge2', title: 'ROUGE-2' },
  { id: 'rougeL', title: 'ROUGE-L' },
  { id: 'rougeLsum', title: 'ROUGE-Lsum' },
] as const;
type RougeType = (typeof TYPES)[number]['id'];

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

type Computed = RougeValue | 'too-long-to-score';

function computeAll(target: string, prediction: string, stem: boolean): Record<RougeType, Computed> {
  const tokenizer = new RougeTokenizer({ stem });
  const inTarget = tokenizer.tokens(target);
  const inPrediction = tokenizer.tokens(prediction);
  const lines = (text: string): Int32Array[] => rougeSentences(text).map((line) => tokenizer.tokens(line));
  return {
    rouge1: rougeN(inTarget, inPrediction, 1),
    rouge2: rougeN(inTarget, inPrediction, 2),
    rougeL: rougeL(inTarget, inPrediction),
    rougeLsum: rougeLsum(lines(target), lines(prediction)),
  };
}

/** rouge_score's score_multi: for each type the target with the highest F, the first of equals. */
function best(first: Computed, others: readonly Computed[]): Computed {
  let winner = first;
  for (const value of others) {
    if (winner === 'too-long-to-score' || value === 'too-long-to-score') return 'too-long-to-score';
    if (value.f > winner.f) winner = value;
  }
  return winner;
}

export const rouge: Scorer = {
  id: 'rouge',
  version: '1',
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
      const first = computeAll(firstTarget, text, stem);
      const others = otherTargets.map((target) => computeAll(target, text, stem));
      for (const { id } of TYPES) {
        const value = best(
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
