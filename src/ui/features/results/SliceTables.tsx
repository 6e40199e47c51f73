import type { RunResults } from '../../../app/services.ts';
import { ScrollRegion } from '../../components/ScrollRegion.tsx';
import { fieldWords } from '../../i18n/format.ts';
import { EstimateCell } from '../../components/EstimateCell.tsx';
import { Panel } from '../../components/Panel.tsx';
import { useUiStore } from '../../state/ui-store.ts';

/** Groups smaller than this are shown but must not be ranked against each other. */
const RANKABLE_N = 100;

/** The same measures within groups of samples, one table per slice field. */
export function SliceTables({ slices }: Pick<RunResults, 'slices'>) {
  const all = useUiStore((state) => state.allMeasures);
  const fields = [...new Set(slices.map((slice) => slice.field))];
  if (fields.length === 0) return null;
  return (
    <Panel title="By group">
      <p className="muted small">
        Groups of fewer than {RANKABLE_N} samples must not be ranked against each other: at that size,
        differences between them are mostly chance.
      </p>
      {fields.map((field) => {
        const groups = slices.filter((slice) => slice.field === field);
        const measures = (groups[0]?.metrics ?? []).filter((row) => all || row.measure.headline);
        return (
          <ScrollRegion key={field} label={`By ${fieldWords(field)}`}>
            <table>
              <caption>{fieldWords(field)}</caption>
              <thead>
                <tr>
                  <th scope="col">Group</th>
                  {measures.map((row) => (
                    <th key={row.key} scope="col">
                      {row.measure.title}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {groups.map((group) => (
                  <tr key={group.value}>
                    <th scope="row">{group.value}</th>
                    {measures.map((measure) => {
                      const row = group.metrics.find((metric) => metric.key === measure.key);
                      return (
                        <td key={measure.key}>
                          {row === undefined ? (
                            <span className="muted">not measured</span>
                          ) : (
                            <EstimateCell estimate={row.estimate} kind={row.measure.kind} />
                          )}
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        );
      })}
    </Panel>
  );
}
