import type { ModelPair } from '../../../core/stats/ranking/model-pairs.ts';
import { formatSigned } from '../../i18n/format.ts';
import { ScrollRegion } from '../ScrollRegion.tsx';

interface ModelPairsTableProps {
  readonly pairs: readonly ModelPair[];
  readonly models: number;
}

/** Every two models, each benchmark a pair. */
export function ModelPairsTable({ pairs, models }: ModelPairsTableProps) {
  if (models < 2) return null;
  if (pairs.length === 0)
    return (
      <p className="muted">
        Paired differences of models: n/a. They need benchmarks on which the same direction is better, and at
        most eight models.
      </p>
    );
  return (
    <>
      <ScrollRegion label="Every two models over the benchmarks">
        <table>
          <caption>Every two models, paired over the benchmarks that both have a result on</caption>
          <thead>
            <tr>
              <th scope="col">Second minus first</th>
              <th scope="col" className="num">
                Difference
              </th>
              <th scope="col">95 % interval</th>
              <th scope="col" className="num">
                n
              </th>
              <th scope="col">p, by Holm over all pairs</th>
            </tr>
          </thead>
          <tbody>
            {pairs.map(({ models: [first, second], difference, test, holm }) => {
              const { value, low, high, n, unreliable } = difference;
              return (
                <tr key={`${first}\n${second}`}>
                  <th scope="row" translate="no">
                    {second} − {first}
                  </th>
                  <td className="num">{value === null ? 'n/a' : formatSigned(value, 3)}</td>
                  <td>
                    {low === null || high === null
                      ? 'no interval'
                      : `${formatSigned(low, 3)} to ${formatSigned(high, 3)}`}
                    {unreliable !== undefined && ', a rough guide'}
                  </td>
                  <td className="num">{n}</td>
                  <td>{test === null || holm === null ? 'no test' : holm.toFixed(4)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollRegion>
      <p className="muted">
        Paired sign-flip tests. Benchmarks stand for samples here: under 30 of them the interval is a rough
        guide, and with five or fewer no difference can reach p 0.05.
      </p>
    </>
  );
}
