import type { MetricComparison } from '../../../core/compare/compare-metric.ts';
import type { FlipGroup } from './sample-differences.ts';
import css from './Compare.module.css';

interface FlipsTableProps {
  readonly metric: MetricComparison;
  readonly onPick: (group: FlipGroup) => void;
}

/** Right and wrong of both runs against each other; each count lists its samples. */
export function FlipsTable({ metric: { flips, measure }, onPick }: FlipsTableProps) {
  if (flips === null) return null;
  const cell = (group: FlipGroup, ids: readonly string[], words: string) => (
    <td>
      <button
        type="button"
        disabled={ids.length === 0}
        aria-label={`${words}: ${ids.length}, list them`}
        onClick={() => onPick(group)}
      >
        {ids.length}
      </button>
    </td>
  );
  return (
    <table className={css['flips']}>
      <caption className="visually-hidden">{measure.title}: right and wrong in both runs</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">B right</th>
          <th scope="col">B wrong</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">A right</th>
          {cell('both-right', flips.bothRight, 'Both right')}
          {cell('only-a', flips.onlyA, 'Only A right')}
        </tr>
        <tr>
          <th scope="row">A wrong</th>
          {cell('only-b', flips.onlyB, 'Only B right')}
          {cell('both-wrong', flips.bothWrong, 'Both wrong')}
        </tr>
      </tbody>
    </table>
  );
}
