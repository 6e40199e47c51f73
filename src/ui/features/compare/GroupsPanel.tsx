import { Panel } from '../../components/Panel.tsx';
import { ScrollRegion } from '../../components/ScrollRegion.tsx';
import { VisibleText } from '../../components/VisibleText.tsx';
import { fieldWords } from '../../i18n/format.ts';
import type { SliceDifference } from '../../../core/compare/slice-differences.ts';
import { differenceText, intervalText } from '../../../core/compare/difference-words.ts';
import type { ShownComparison } from './shown-comparison.ts';
import css from './Compare.module.css';

/** The same differences within groups of samples, as the pack divides them. */
export function GroupsPanel({ shown }: Pick<ShownComparison, 'shown'>) {
  const fields = [...new Set(shown.slices.map(({ field }) => field))];
  if (fields.length === 0) return null;
  return (
    <Panel title="By group">
      <p className="muted small">
        Differences, B minus A, within groups. These are looks after the fact: no test is made, and among many
        groups some will stand out by chance alone.
      </p>
      {fields.map((field) => (
        <GroupTable
          key={field}
          caption={fieldWords(field)}
          groups={shown.slices.filter((slice) => slice.field === field)}
        />
      ))}
    </Panel>
  );
}

interface GroupTableProps {
  readonly caption: string;
  readonly groups: readonly SliceDifference[];
}

function GroupTable({ caption, groups }: GroupTableProps) {
  const [first] = groups;
  return (
    <ScrollRegion label={`Differences by ${caption}`}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Group</th>
            {first?.metrics.map(({ metric, measure }) => (
              <th key={metric} scope="col">
                {measure.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.value}>
              <th scope="row">
                <VisibleText text={group.value} />
              </th>
              {group.metrics.map(({ metric, measure, difference: { value, low, high, n, unreliable } }) => (
                <td key={metric}>
                  {value === null ? (
                    <span className="muted">nothing to compare</span>
                  ) : (
                    <>
                      <strong className={css['nowrap']}>{differenceText(value, measure.kind)}</strong>
                      <span className={css['second']}>
                        {intervalText(low, high, measure.kind)}; n = {n}
                        {unreliable !== undefined && ', unreliable'}
                      </span>
                    </>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
