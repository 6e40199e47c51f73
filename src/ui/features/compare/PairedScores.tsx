import type { SampleDetail } from '../../../app/services.ts';
import { ScrollRegion } from '../../components/ScrollRegion.tsx';
import { differenceText } from '../../../core/compare/difference-words.ts';
import { nameOf } from './names.ts';
import { scoreWords } from './PairedSampleList.tsx';
import type { ShownComparison } from './shown-comparison.ts';

interface PairedScoresProps extends ShownComparison {
  readonly first: SampleDetail;
  readonly second: SampleDetail;
  readonly index: number;
}

/** Both scores of one sample by every measure compared, and what each run chose where there was a choice. */
export function PairedScores({ set, shown, first, second, index }: PairedScoresProps) {
  const at = shown.samples.indices.indexOf(index);
  const { metrics } = shown.comparison;
  const several = set.runs.some(({ run }) => run.header.selection.repeats > 1);
  return (
    <>
      {[first, second].map((detail, side) => {
        const choice = Object.values(detail.evidence).find((item) => item.kind === 'choice');
        return choice === undefined ? null : (
          <p key={side}>
            {side === 0 ? 'A' : 'B'} chose {choice.picked ?? 'nothing that could be read'}; right is{' '}
            {choice.correct}.
          </p>
        );
      })}
      <details>
        <summary>Scores of this sample{several && ', each the mean of all its answers'}</summary>
        <ScrollRegion label="Scores of this sample">
          <table>
            <thead>
              <tr>
                <th scope="col">Measure</th>
                <th scope="col" className="num">
                  A: {nameOf(set, shown.a)}
                </th>
                <th scope="col" className="num">
                  B: {nameOf(set, shown.b)}
                </th>
                <th scope="col" className="num">
                  B minus A
                </th>
              </tr>
            </thead>
            <tbody>
              {metrics.map(({ metric, measure }) => {
                const column = shown.samples.columns[metric];
                const [a, b] = [column?.a[at] ?? null, column?.b[at] ?? null];
                return (
                  <tr key={metric}>
                    <th scope="row">{measure.title}</th>
                    <td className="num">{scoreWords(a, measure.kind)}</td>
                    <td className="num">{scoreWords(b, measure.kind)}</td>
                    <td className="num">
                      {a === null || b === null ? 'none' : differenceText(b - a, measure.kind)}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </ScrollRegion>
      </details>
    </>
  );
}
