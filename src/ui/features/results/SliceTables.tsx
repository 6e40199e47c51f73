import type { MetricRow, RunResults, RunSlice } from '../../../app/services.ts';
import { EstimateCell } from '../../components/EstimateCell.tsx';
import { Panel } from '../../components/Panel.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { ScrollRegion } from '../../components/ScrollRegion.tsx';
import { fieldWords, plural } from '../../i18n/format.ts';
import { useRunSlices } from '../../queries/stored.ts';
import { useUiStore } from '../../state/ui-store.ts';

/** Groups smaller than this are shown but must not be ranked against each other. */
const RANKABLE_N = 100;
/** Groups smaller than this say next to nothing; they wait behind a disclosure. */
const WORTH_SHOWING_N = 5;

/** The same measures within groups of samples, one table per slice field. */
export function SliceTables({ results }: { readonly results: RunResults }) {
  const slices = useRunSlices(results);
  if (results.sliceInput === null) return null;
  return (
    <Panel title="By group">
      <QueryView query={slices} what="the groups">
        {(found) => <Groups slices={found} />}
      </QueryView>
    </Panel>
  );
}

function Groups({ slices }: { readonly slices: readonly RunSlice[] }) {
  const fields = [...new Set(slices.map((slice) => slice.field))];
  return (
    <>
      <p className="muted small">
        Groups of fewer than {RANKABLE_N} samples must not be ranked against each other: at that size,
        differences between them are mostly chance.
      </p>
      {fields.map((field) => {
        const groups = slices.filter((slice) => slice.field === field);
        const small = groups.filter((group) => samplesIn(group) < WORTH_SHOWING_N);
        const large = groups.filter((group) => !small.includes(group));
        return (
          <div key={field} className="stack">
            {large.length > 0 && <GroupTable caption={fieldWords(field)} groups={large} />}
            {small.length > 0 && (
              <details>
                <summary>
                  {fieldWords(field)}: {plural(small.length, 'group')} of fewer than {WORTH_SHOWING_N} samples
                </summary>
                <GroupTable caption={fieldWords(field)} groups={small} />
              </details>
            )}
          </div>
        );
      })}
    </>
  );
}

function samplesIn(group: RunSlice): number {
  return Math.max(0, ...group.metrics.map(({ estimate }) => estimate.n + estimate.unscored));
}

function GroupTable({ caption, groups }: { readonly caption: string; readonly groups: readonly RunSlice[] }) {
  const all = useUiStore((state) => state.allMeasures);
  const measures = (groups[0]?.metrics ?? []).filter((row) => all || row.measure.headline);
  return (
    <ScrollRegion label={`By ${caption}`}>
      <table>
        <caption>{caption}</caption>
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
              {measures.map((measure) => (
                <GroupCell
                  key={measure.key}
                  row={group.metrics.find((metric) => metric.key === measure.key)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function GroupCell({ row }: { readonly row: MetricRow | undefined }) {
  return (
    <td>
      {row === undefined ? (
        <span className="muted">not measured</span>
      ) : (
        <EstimateCell estimate={row.estimate} kind={row.measure.kind} />
      )}
    </td>
  );
}
