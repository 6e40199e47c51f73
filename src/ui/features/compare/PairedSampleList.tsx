import { useVirtualizer } from '@tanstack/react-virtual';
import { useId, useMemo, useRef } from 'react';
import { Link } from 'wouter';
import type { MeasureSpec } from '../../../core/contracts.ts';
import { Field } from '../../components/Field.tsx';
import { Panel } from '../../components/Panel.tsx';
import { ScrollRegion } from '../../components/ScrollRegion.tsx';
import { VisibleText } from '../../components/VisibleText.tsx';
import { formatScore } from '../../i18n/format.ts';
import { comparePath } from '../../routes.ts';
import { differenceText } from '../../../core/compare/difference-words.ts';
import { nameOf } from './names.ts';
import {
  EVERY_SAMPLE,
  pairedRows,
  type FlipGroup,
  type PairedSampleRow,
  type SampleChoice,
} from './sample-differences.ts';
import type { ShownComparison } from './shown-comparison.ts';
import css from './Compare.module.css';

/** What leads to the list scrolls to this element. */
export const SAMPLES_ID = 'paired-samples';

interface PairedSampleListProps extends ShownComparison {
  readonly choice: SampleChoice;
  readonly onChoice: (choice: SampleChoice) => void;
}

/** Every shared sample, the largest differences first; each opens both outputs side by side. */
export function PairedSampleList({ set, shown, choice, onChoice }: PairedSampleListProps) {
  const countId = useId();
  const [a, b] = [nameOf(set, shown.a), nameOf(set, shown.b)];
  const metric = chosenMetric(shown, choice);
  const rows = useMemo(
    () => (metric === null ? [] : pairedRows(shown.samples, metric.metric, metric.measure, choice)),
    [shown, metric, choice],
  );
  const change = (part: Partial<SampleChoice>) => onChoice({ ...choice, ...part });
  if (metric === null) return null;
  const binary = metric.measure.kind === 'binary';
  return (
    <div id={SAMPLES_ID}>
      <Panel title="Samples side by side">
        <div className={css['choices']}>
          <Field label="Measure">
            {({ id }) => (
              <select
                id={id}
                value={metric.metric}
                onChange={(event) => change({ metric: event.target.value, group: 'all' })}
              >
                {listedMetrics(shown).map((one) => (
                  <option key={one.metric} value={one.metric}>
                    {one.measure.title}
                  </option>
                ))}
              </select>
            )}
          </Field>
          {binary && (
            <Field label="Show">
              {({ id }) => (
                <select
                  id={id}
                  value={choice.group}
                  onChange={(event) => change({ group: event.target.value as FlipGroup | 'all' })}
                >
                  <option value="all">All shared samples</option>
                  <option value="only-a">Only A right</option>
                  <option value="only-b">Only B right</option>
                  <option value="both-right">Both right</option>
                  <option value="both-wrong">Both wrong</option>
                </select>
              )}
            </Field>
          )}
          <Field label="Order">
            {({ id }) => (
              <select
                id={id}
                value={choice.sort}
                onChange={(event) => change({ sort: event.target.value as SampleChoice['sort'] })}
              >
                <option value="size">Largest difference first</option>
                <option value="a">A furthest ahead first</option>
                <option value="b">B furthest ahead first</option>
                <option value="pack">As in the pack</option>
              </select>
            )}
          </Field>
        </div>
        <p id={countId} className="muted small" role="status">
          {rows.length} of {shown.samples.ids.length} shared samples
        </p>
        {rows.length === 0 ? (
          <p>
            No sample matches.{' '}
            <button type="button" onClick={() => onChoice(EVERY_SAMPLE)}>
              Show all
            </button>
          </p>
        ) : (
          <Rows
            rows={rows}
            measure={metric.measure}
            names={[a, b]}
            path={(index) => pathTo(set, shown, index)}
          />
        )}
      </Panel>
    </div>
  );
}

/** The pair that is looked at first, so that the address alone opens the same two outputs. */
export function pathTo(
  { runs }: ShownComparison['set'],
  { a, b }: ShownComparison['shown'],
  index?: number,
): string {
  const rest = runs.map(({ run }) => run.header.id).filter((id) => id !== a && id !== b);
  return comparePath([a, b, ...rest], index);
}

export function chosenMetric(shown: ShownComparison['shown'], { metric }: SampleChoice) {
  const metrics = listedMetrics(shown);
  // A measure over labels has no score of a sample: its samples are those of the scorer's accuracy.
  const accuracy = metric?.replace(/[^.]+$/u, 'accuracy');
  return (
    metrics.find((one) => one.metric === metric) ??
    metrics.find((one) => one.metric === accuracy) ??
    metrics.find(({ measure }) => measure.headline) ??
    metrics[0] ??
    null
  );
}

/** Measures that each sample has a score of. */
function listedMetrics({ comparison, samples }: ShownComparison['shown']) {
  return comparison.metrics.filter(({ metric }) => samples.columns[metric] !== undefined);
}

interface RowsProps {
  readonly rows: readonly PairedSampleRow[];
  readonly measure: MeasureSpec;
  readonly names: readonly [string, string];
  readonly path: (index: number) => string;
}

const ROW_HEIGHT = 40;
const OVERSCAN = 12;

/** Only the rows in view are in the document, whatever the number of samples. */
function Rows({ rows, measure, names, path }: RowsProps) {
  const box = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- the list is drawn here and nowhere else
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    initialRect: { width: 800, height: 480 },
  });
  const items = list.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = list.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <ScrollRegion label="Samples side by side" className={css['list']} box={box}>
      <table aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            <th scope="col">Sample</th>
            <th scope="col" className="num">
              A: {names[0]}
            </th>
            <th scope="col" className="num">
              B: {names[1]}
            </th>
            <th scope="col" className="num">
              B minus A
            </th>
          </tr>
        </thead>
        <tbody>
          <Spacer height={before} />
          {items.map((item) => {
            const row = rows[item.index];
            return row === undefined ? null : (
              <tr key={row.index} aria-rowindex={item.index + 2}>
                <th scope="row">
                  <Link href={path(row.index)}>
                    <span translate="no" className={css['nowrap']}>
                      <VisibleText text={row.id} />
                    </span>
                  </Link>
                </th>
                <td className="num">{scoreWords(row.a, measure.kind)}</td>
                <td className="num">{scoreWords(row.b, measure.kind)}</td>
                <td className="num">
                  {row.difference === null ? (
                    <span className="muted">none</span>
                  ) : (
                    <strong className={aheadClass(row.difference, measure)}>
                      {differenceText(row.difference, measure.kind)}
                    </strong>
                  )}
                </td>
              </tr>
            );
          })}
          <Spacer height={after} />
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Spacer({ height }: { readonly height: number }) {
  return height <= 0 ? null : (
    <tr className={css['spacer']} aria-hidden="true">
      <td style={{ height }} />
    </tr>
  );
}

export function scoreWords(value: number | null, kind: MeasureSpec['kind']): string {
  if (value === null) return 'unscored';
  // A mean of several answers is neither yes nor no.
  return kind === 'binary' && value !== 0 && value !== 1
    ? `${(value * 100).toFixed(0)} %`
    : formatScore(value, kind);
}

function aheadClass(difference: number, { better }: MeasureSpec): string | undefined {
  if (difference === 0) return undefined;
  return difference > 0 === (better === 'higher') ? css['ahead'] : css['behind'];
}
