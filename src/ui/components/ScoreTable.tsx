import type { MetricRow } from '../../app/services.ts';
import { ScrollRegion } from './ScrollRegion.tsx';
import { EstimateColumns, EstimateHeadings } from './EstimateCell.tsx';
import css from './ScoreTable.module.css';

interface ScoreTableProps {
  readonly rows: readonly MetricRow[];
  readonly caption: string;
}

/** One measure per row; consecutive rows of one scorer share its name. */
export function ScoreTable({ rows, caption }: ScoreTableProps) {
  if (rows.length === 0) {
    return (
      <p>
        Not scored yet. Its answers are stored; open the run and choose “Score again”.{' '}
        <span className="muted">{caption}</span>
      </p>
    );
  }
  const max = Math.max(
    0,
    ...rows.map((row) => (row.measure.kind === 'count' ? (row.estimate.high ?? 0) : 0)),
  );
  return (
    <ScrollRegion label={caption}>
      <table className={css['table']}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Measure</th>
            <EstimateHeadings />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                {row.measure.title}
                <span className={css['about']}>
                  {row.scorerTitle}; {row.measure.better} is better
                </span>
              </th>
              <EstimateColumns estimate={row.estimate} kind={row.measure.kind} max={max} />
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** How to read the numbers, once per page. */
export function NumberLegend() {
  return (
    <p className="muted small">
      Yes-or-no measures are percentages of samples. Fractions, such as ROUGE, run from 0.000 to 1.000. Counts
      are per sample. The bar starts at a real zero; its line is the 95 % interval, the values of the mean
      that this many samples leave compatible. Unscored samples are left out of the mean and counted beside
      it, never taken as zero. An interval marked unreliable is likely too narrow.
    </p>
  );
}
