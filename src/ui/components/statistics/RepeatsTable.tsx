import type { RepeatSummary } from '../../../core/compare/repeat-summary.ts';
import type { Estimate } from '../../../core/contracts.ts';
import { EstimateCell } from '../EstimateCell.tsx';
import { ScrollRegion } from '../ScrollRegion.tsx';

export interface RepeatsRow {
  readonly name: string;
  readonly mean: Estimate | null;
  readonly summary: RepeatSummary;
}

interface RepeatsTableProps {
  readonly caption: string;
  readonly rows: readonly RepeatsRow[];
}

/** What several answers to each sample say: a model that is right once in five is not one that is right. */
export function RepeatsTable({ caption, rows }: RepeatsTableProps) {
  const k = rows[0]?.summary.k ?? 0;
  const withMean = rows.some(({ mean }) => mean !== null);
  return (
    <>
      <ScrollRegion label={caption}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">Measure</th>
              {withMean && <th scope="col">Mean of the answers</th>}
              <th scope="col">
                One of {k} right (pass@{k})
              </th>
              <th scope="col">
                All {k} right (pass^{k})
              </th>
              <th scope="col">Majority right</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, mean, summary }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {withMean && (
                  <td>{mean === null ? 'n/a' : <EstimateCell estimate={mean} kind="fraction" />}</td>
                )}
                <td>
                  <EstimateCell estimate={summary.passAtK} kind="fraction" />
                </td>
                <td>
                  <EstimateCell estimate={summary.passHatK} kind="fraction" />
                </td>
                <td>
                  <EstimateCell estimate={summary.majority} kind="fraction" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p className="muted small">
        n counts samples. A sample with fewer than {k} scored answers has no pass@{k} and no pass^{k} and is
        counted as unscored; a tied vote counts one half.
      </p>
    </>
  );
}
