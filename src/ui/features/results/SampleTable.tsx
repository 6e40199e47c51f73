import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { Link } from 'wouter';
import type { MetricRow, SampleRow } from '../../../app/services.ts';
import type { Score } from '../../../core/contracts.ts';
import { ScrollRegion } from '../../components/ScrollRegion.tsx';
import { VisibleText } from '../../components/VisibleText.tsx';
import { formatScore } from '../../i18n/format.ts';
import { UNSCORED_WORDS } from '../../i18n/words.ts';
import { samplePath } from '../../routes.ts';
import { isBad } from '../../components/samples/sample-order.ts';
import css from './SampleList.module.css';

interface SampleTableProps {
  readonly runId: string;
  readonly rows: readonly SampleRow[];
  readonly metrics: readonly MetricRow[];
  readonly onOpen: () => void;
}

/** Above this many rows only those in view are in the page. */
const VIRTUAL_ABOVE = 200;
const ROW_PX = 37;

export function SampleTable(props: SampleTableProps) {
  return props.rows.length > VIRTUAL_ABOVE ? <LongTable {...props} /> : <ShortTable {...props} />;
}

function ShortTable(props: SampleTableProps) {
  return (
    <ScrollRegion label="Samples">
      <table>
        <Head metrics={props.metrics} />
        <tbody>
          {props.rows.map((row) => (
            <Row key={row.key} row={row} {...props} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function LongTable(props: SampleTableProps) {
  const box = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- the list is not memoised by a compiler here
  const list = useVirtualizer({
    count: props.rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: 20,
  });
  const items = list.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = list.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <ScrollRegion label="Samples" className={css['body']} box={box}>
      <table aria-rowcount={props.rows.length + 1}>
        <Head metrics={props.metrics} />
        <tbody>
          <Spacer height={before} />
          {items.map((item) => {
            const row = props.rows[item.index];
            return row === undefined ? null : (
              <Row key={row.key} row={row} place={item.index + 2} {...props} />
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

function Head({ metrics }: Pick<SampleTableProps, 'metrics'>) {
  return (
    <thead>
      <tr>
        <th scope="col" className="num">
          No.
        </th>
        <th scope="col">Sample</th>
        {metrics.map((metric) => (
          <th key={metric.key} scope="col" className="num">
            {metric.measure.title}
          </th>
        ))}
        <th scope="col">State</th>
      </tr>
    </thead>
  );
}

interface RowProps extends Pick<SampleTableProps, 'runId' | 'metrics' | 'onOpen'> {
  readonly row: SampleRow;
  readonly place?: number;
}

function Row({ row, runId, metrics, onOpen, place }: RowProps) {
  return (
    <tr aria-rowindex={place}>
      <td className="num">{row.index + 1}</td>
      <th scope="row">
        <Link href={samplePath(runId, row.key)} onClick={onOpen}>
          <span translate="no" className={css['id']}>
            <VisibleText text={row.sampleId} />
          </span>
        </Link>
        {row.repeat > 0 && <span className="muted"> repeat {row.repeat + 1}</span>}
      </th>
      {metrics.map((metric) => {
        const score = row.scores[metric.key];
        return (
          <td key={metric.key} className="num">
            <span className={isBad(score, metric) ? css['bad'] : undefined}>{scoreText(score, metric)}</span>
          </td>
        );
      })}
      <td>
        {row.state === 'failed' && <strong className={css['bad']}>failed</strong>}
        {row.state === 'unscored' && 'unscored'}
        {row.state === 'done' && 'scored'}
        {row.reason !== null && <span className="muted">: {UNSCORED_WORDS[row.reason]}</span>}
      </td>
    </tr>
  );
}

function scoreText(score: Score | undefined, metric: MetricRow): string {
  if (score === undefined) return 'not scored';
  return score.state === 'scored' ? formatScore(score.value, metric.measure.kind) : 'unscored';
}
