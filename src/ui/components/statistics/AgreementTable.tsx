import type { Agreement } from '../../../core/stats/agreement/agreement-value.ts';
import { ScrollRegion } from '../ScrollRegion.tsx';
import { formatSigned } from '../../i18n/format.ts';

export interface AgreementRow {
  readonly name: string;
  readonly value: Agreement;
  readonly note: string;
}

interface AgreementTableProps {
  readonly caption: string;
  readonly rows: readonly AgreementRow[];
}

/** Coefficients with interval and n; one that is not defined here says why. */
export function AgreementTable({ caption, rows }: AgreementTableProps) {
  return (
    <ScrollRegion label={caption}>
      <table>
        <caption translate="no">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Statistic</th>
            <th scope="col" className="num">
              Value
            </th>
            <th scope="col">95 % interval</th>
            <th scope="col" className="num">
              n
            </th>
            <th scope="col">Note</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, value, note }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {value.kind === 'not-applicable' ? (
                <>
                  <td className="num">n/a</td>
                  <td colSpan={3} className="muted">
                    {value.words}
                  </td>
                </>
              ) : (
                <>
                  <td className="num">{formatSigned(value.value, 3)}</td>
                  <td>
                    {value.low === null || value.high === null
                      ? 'no interval'
                      : `${formatSigned(value.low, 3)} to ${formatSigned(value.high, 3)}`}
                  </td>
                  <td className="num">{value.n}</td>
                  <td>{note}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
