import type { MeasureSpec, Scorer } from '../contracts.ts';
import { yesNoMaybe as reader } from '../extractors/yes-no-maybe.ts';
import { binaryMeasure as binary } from './binary-measure.ts';
import { scored, unscored, unscoredCard } from './unscored-card.ts';

const MEASURES: readonly MeasureSpec[] = [
  binary('accuracy', 'Yes, no or maybe right', true),
  binary('accuracy-strict', 'Right, the word alone', false),
  binary('extracted', 'Answer could be read', false),
];

export const yesNoMaybe: Scorer = {
  id: 'yes-no-maybe',
  version: '1',
  title: 'Yes, no or maybe',
  description:
    'Whether the reply answers yes, no or maybe as expected (PubMedQA, Jin et al. 2019), read strictly and in any form; yes and no together is no answer.',
  measures: MEASURES,
  extractors: ['yes-no-maybe', 'boxed', 'answer-is', 'json'],
  score(sample, output) {
    if (output.unscored !== undefined) return unscoredCard(MEASURES, output.unscored);
    if (output.text === null) return unscoredCard(MEASURES, 'missing-output');
    const choice = sample.choices?.find(({ id }) => id === sample.answer)?.text;
    const [wanted] = reader.extract(choice ?? sample.answer ?? '', {}).strict ?? [];
    if (wanted === undefined) return unscoredCard(MEASURES, 'no-answer');
    const { strict, flexible } = reader.extract(output.text, {});
    const picked = flexible.kind === 'read' ? (flexible.values[0] ?? null) : null;
    return {
      scores: {
        accuracy:
          flexible.kind === 'read'
            ? scored(flexible.values[0] === wanted ? 1 : 0)
            : unscored(flexible.reason),
        'accuracy-strict':
          strict === null ? unscored('extraction-failed') : scored(strict[0] === wanted ? 1 : 0),
        extracted: scored(flexible.kind === 'read' ? 1 : 0),
      },
      // The words themselves stand for ids here: what each label is mistaken for is counted from them.
      evidence: {
        kind: 'choice',
        picked,
        correct: wanted,
        method: 'generated',
        strict: strict?.[0] ?? null,
      },
    };
  },
};
