import type { MeasureSpec, Scorer } from '../../contracts.ts';
import { list } from '../../extractors/list.ts';
import { binaryMeasure as binary } from '../binary-measure.ts';
import { countMeasure } from '../count-measure.ts';
import { scored, unscoredCard } from '../unscored-card.ts';
import { itemKey, setScores, wantedItems } from '../wanted-items.ts';

const fraction = (id: string, title: string, headline: boolean): MeasureSpec => ({
  id,
  title,
  kind: 'fraction',
  better: 'higher',
  headline,
});

const MEASURES: readonly MeasureSpec[] = [
  fraction('f1', 'Labels, F1', true),
  fraction('precision', 'Labels given that are right', false),
  fraction('recall', 'Right labels that are given', false),
  fraction('jaccard', 'Labels, Jaccard', false),
  binary('exact', 'Exactly the right labels', false),
  countMeasure('given', 'Labels given'),
  countMeasure('wanted', 'Labels that are right'),
  countMeasure('right', 'Right labels that are given, number'),
];

/** An answer that says so: no label is right. */
const NO_LABEL = new Set(['none', 'no label', '[]']);

export const labels: Scorer = {
  id: 'labels',
  version: '2',
  title: 'Several labels',
  description:
    'How well a list of labels (codes, findings) agrees with the right ones, sample by sample (scikit-learn, average="samples"; where neither has a label both agree).',
  measures: MEASURES,
  extractors: ['list', 'json', 'boxed', 'answer-is'],
  score(sample, output) {
    if (output.unscored !== undefined) return unscoredCard(MEASURES, output.unscored);
    if (output.text === null) return unscoredCard(MEASURES, 'missing-output');
    const items = wantedItems(sample);
    if (items.length === 0) return unscoredCard(MEASURES, 'no-answer');
    const wanted = new Set(items.filter((item) => !NO_LABEL.has(item)));
    const { flexible } = list.extract(output.text, {});
    if (flexible.kind === 'unscored') return unscoredCard(MEASURES, flexible.reason);
    const given = new Set(flexible.values.map(itemKey));
    const { f1, precision, recall } = setScores(given, wanted);
    const union = new Set([...given, ...wanted]).size;
    const shared = given.size + wanted.size - union;
    return {
      scores: {
        f1: scored(f1),
        precision: scored(precision),
        recall: scored(recall),
        jaccard: scored(union === 0 ? 1 : shared / union),
        exact: scored(union === shared ? 1 : 0),
        given: scored(given.size),
        wanted: scored(wanted.size),
        right: scored(shared),
      },
    };
  },
};
