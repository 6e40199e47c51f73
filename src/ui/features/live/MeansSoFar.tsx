import type { LiveState } from '../../../app/services.ts';
import { ScrollRegion } from '../../components/ScrollRegion.tsx';
import { EstimateCell } from '../../components/EstimateCell.tsx';
import { Panel } from '../../components/Panel.tsx';

interface MeansProps {
  readonly rows: LiveState['soFar'];
  readonly finished: boolean;
}

export function MeansSoFar({ rows, finished }: MeansProps) {
  if (rows.length === 0) return null;
  return (
    <Panel title={finished ? 'Means' : 'So far'}>
      <ScrollRegion label="Means so far">
        <table>
          <caption>
            {finished
              ? 'Headline measures of the whole run.'
              : 'Means of the samples done so far; they move until the run is finished.'}
          </caption>
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
