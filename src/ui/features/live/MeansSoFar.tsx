import type { LiveState } from '../../../app/services.ts';
import { ScrollRegion } from '../../components/ScrollRegion.tsx';
import { EstimateCell } from '../../components/EstimateCell.tsx';
import { Panel } from '../../components/Panel.tsx';

export function MeansSoFar({ rows }: { readonly rows: LiveState['soFar'] }) {
  if (rows.length === 0) return null;
  return (
    <Panel title="So far">
      <ScrollRegion label="Means so far">
        <table>
          <caption>Means of the samples done so far; they move until the run is finished.</caption>
          <thead>
            <tr>
              <th scope="col">Measure</th>
              <th scope="col">Mean, 95 % interval, n</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.title}</th>
                <td>
                  <EstimateCell estimate={row.estimate} kind={row.measure.kind} mark />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Panel>
  );
}
