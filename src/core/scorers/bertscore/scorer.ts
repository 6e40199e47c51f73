import type { MeasureSpec, Score, ScoreCard, Scorer } from '../../contracts.ts';
import { boundId } from '../bound-id.ts';
import type { EncodedPairs, TokenMatch } from '../scorer-resources.ts';
import { scored, unscored, unscoredCard } from '../unscored-card.ts';
import { comparedText } from './compared-text.ts';
import {
  EQUAL_WEIGHT,
  inverseDocumentFrequency,
  matchValues,
  rescaled,
  type TokenWeight,
} from './match-values.ts';

const PARTS = [
  { id: 'p', title: 'precision' },
  { id: 'r', title: 'recall' },
  { id: 'f', title: 'F1' },
] as const;

const VARIANTS = [
  { prefix: '', title: '' },
  { prefix: 'idf.', title: ', rare tokens weigh more' },
  { prefix: 'rescaled.', title: ', 0 = unrelated notes of this pack' },
] as const;

const MEASURES: readonly MeasureSpec[] = VARIANTS.flatMap((variant) =>
  PARTS.map((part): MeasureSpec => ({
    id: `${variant.prefix}${part.id}`,
    title: `BERTScore ${part.title}${variant.title}`,
    kind: 'fraction',
    better: 'higher',
    headline: part.id === 'f' && variant.prefix !== 'idf.',
  })),
);

/** A cosine can leave [0, 1] by rounding, and for odd encoders; a score cannot. */
function bounded(value: number): Score {
  return scored(Math.min(1, Math.max(0, value)));
}

interface Weights {
  readonly idf: TokenWeight | null;
  readonly unrelated: EncodedPairs['unrelated'];
}

function scoresOf(match: TokenMatch, { idf, unrelated }: Weights): ScoreCard {
  const plain = matchValues(match, EQUAL_WEIGHT);
  const weighted = idf === null ? null : matchValues(match, idf);
  const scores: [string, Score][] = PARTS.flatMap(({ id }): [string, Score][] => [
    [id, bounded(plain[id])],
    [`idf.${id}`, weighted === null ? unscored('not-applicable') : bounded(weighted[id])],
    [
      `rescaled.${id}`,
      unrelated === null ? unscored('not-applicable') : bounded(rescaled(plain[id], unrelated[id])),
    ],
  ]);
  return { scores: Object.fromEntries(scores) };
}

function fOf({ scores }: ScoreCard): number {
  return scores['f']?.state === 'scored' ? scores['f'].value : 0;
}

const EMPTY: TokenMatch = { target: { ids: [], best: [] }, text: { ids: [], best: [] } };

function over(encodings: EncodedPairs): Scorer {
  const { encoder, pairs, unrelated } = encodings;
  const byTexts = new Map<string, Map<string, TokenMatch>>();
  for (const { target, text, match } of pairs) {
    const known = byTexts.get(target) ?? new Map<string, TokenMatch>();
    byTexts.set(target, known.set(text, match));
  }
  const documents = [...byTexts.values()].flatMap((of) => {
    const [first] = of.values();
    return first === undefined ? [] : [first.target.ids];
  });
  // With one reference every token of it is in every document and weighs nothing.
  const weights = { idf: documents.length < 2 ? null : inverseDocumentFrequency(documents), unrelated };
  return {
    ...bertscore,
    id: boundId(bertscore.id, `${encoder.name}-${encoder.dtype}-L${encoder.layer}`, encoder.sha256),
    title: `BERTScore (${encoder.name} ${encoder.dtype}, layer ${encoder.layer})`,
    settings: {
      encoder: encoder.name,
      'encoder-sha256': encoder.sha256,
      dtype: encoder.dtype,
      layer: String(encoder.layer),
      'window-tokens': String(encoder.windowTokens),
      'idf-documents': String(documents.length),
      ...(unrelated === null
        ? {}
        : {
            baseline: `P ${unrelated.p.toFixed(4)}, R ${unrelated.r.toFixed(4)}, F ${unrelated.f.toFixed(4)} of ${unrelated.n} pairs`,
          }),
    },
    score(sample, output) {
      if (output.unscored !== undefined) return unscoredCard(MEASURES, output.unscored);
      if (output.text === null) return unscoredCard(MEASURES, 'missing-output');
      const targets = sample.target ?? [];
      if (targets.length === 0) return unscoredCard(MEASURES, 'no-reference');
      const text = comparedText(output.text);
      const cards: ScoreCard[] = [];
      for (const target of targets) {
        const empty = text.trim() === '' || target.trim() === '';
        const match = empty ? EMPTY : byTexts.get(target)?.get(text);
        if (match === undefined) return unscoredCard(MEASURES, 'too-long-to-score');
        cards.push(scoresOf(match, weights));
      }
      const [best] = cards.sort((a, b) => fOf(b) - fOf(a));
      return best ?? unscoredCard(MEASURES, 'no-reference');
    },
  };
}

export const bertscore: Scorer = {
  id: 'bertscore',
  version: '1',
  nearness: true,
  title: 'BERTScore',
  description:
    'Similarity of token embeddings with the reference, greedy matching (Zhang et al., ICLR 2020), by a text encoder that you choose; also with inverse document frequency over this pack’s references and rescaled by what unrelated notes score. Numbers of different encoders, and published ones, cannot be compared.',
  measures: MEASURES,
  needs: 'encodings',
  bind({ encodings }) {
    return encodings === undefined ? bertscore : over(encodings);
  },
  score(_sample, output) {
    return unscoredCard(
      MEASURES,
      output.unscored ?? (output.text === null ? 'missing-output' : 'no-encoder'),
    );
  },
};
