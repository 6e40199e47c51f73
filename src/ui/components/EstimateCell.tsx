import type { Estimate, MeasureSpec } from '../../core/contracts.ts';
import { IntervalMark } from '../charts/IntervalMark.tsx';
import { unscoredBounds } from '../../core/stats/unscored-bounds.ts';
import { formatValue } from '../i18n/format.ts';
import { INTERVAL_WORDS, UNRELIABLE_WORDS } from '../i18n/words.ts';
import { zeroEventWords } from './zero-event-words.ts';
import css from './EstimateCell.module.css';

interface EstimateCellProps {
  readonly estimate: Estimate;
  readonly kind: MeasureSpec['kind'];
  /** Draws the interval on its axis; tables where width is scarce leave it out. */
  readonly mark?: boolean;
  /** Common end of the axis for count measures of one table. */
  readonly max?: number;
}

/**
 * The only way an estimate is printed: value, interval and n together, and what is missing from it.
 * Nothing scored is said in words, never as 0 or a dash.
 */
export function EstimateCell({ estimate, kind, mark = false, max }: EstimateCellProps) {
  return (
    <span className={css['cell']}>
      <span className={css['figures']}>
        {estimate.value === null ? (
          <span className="muted">nothing scored</span>
        ) : (
          <>
            <strong className={css['value']}>{formatValue(estimate.value, kind)}</strong>
            <IntervalText estimate={estimate} kind={kind} />
          </>
        )}
        <span className={css['counts']}>
          n = {estimate.n}
          {estimate.unscored > 0 && `, ${unscoredWords(estimate)}`}
        </span>
      </span>
      {mark && <Mark estimate={estimate} kind={kind} max={max} />}
      <Cautions estimate={estimate} kind={kind} />
    </span>
  );
}

/**
 * The same in the columns of a score table: mean, interval, its mark, n, not scored. Where there is no room for
 * columns everything stands in one cell, so that no number is ever scrolled away from its interval and n.
 */
export function EstimateColumns({ estimate, kind, max }: Omit<EstimateCellProps, 'mark'>) {
  const range = max === undefined ? {} : { max };
  return (
    <>
      <td className={css['narrow']}>
        <EstimateCell estimate={estimate} kind={kind} mark {...range} />
      </td>
      <td className={`num ${css['wide']}`}>
        {estimate.value === null ? (
          <span className="muted">nothing scored</span>
        ) : (
          <strong className={css['value']}>{formatValue(estimate.value, kind)}</strong>
        )}
      </td>
      <td className={css['wide']}>
        {estimate.value !== null && <IntervalText estimate={estimate} kind={kind} />}
        <Cautions estimate={estimate} kind={kind} />
      </td>
      <td className={css['wide']}>
        <Mark estimate={estimate} kind={kind} max={max} />
      </td>
      <td className={`num ${css['wide']}`}>{estimate.n}</td>
      <td className={`${css['wide']} ${estimate.unscored > 0 ? css['missing'] : 'muted'}`}>
        {estimate.unscored > 0 ? unscoredWords(estimate) : 'none'}
      </td>
    </>
  );
}

/** Headings for EstimateColumns. */
export function EstimateHeadings() {
  return (
    <>
      <th scope="col" className={css['narrow']}>
        Mean, 95 % interval, n
      </th>
      <th scope="col" className={`num ${css['wide']}`}>
        Mean
      </th>
      <th scope="col" className={css['wide']}>
        95 % interval
      </th>
      <td className={css['wide']} />
      <th scope="col" className={`num ${css['wide']}`}>
        n
      </th>
      <th scope="col" className={css['wide']}>
        Not scored
      </th>
    </>
  );
}

function unscoredWords({ unscored, failed }: Estimate): string {
  return `${unscored} unscored${failed > 0 ? ` (${failed} failed)` : ''}`;
}

function IntervalText({ estimate, kind }: Pick<EstimateCellProps, 'estimate' | 'kind'>) {
  const { low, high, level, method } = estimate;
  if (low === null || high === null) return <span className="muted">no interval</span>;
  return (
    <span
      className={css['interval']}
      title={`${Math.round(level * 100)} % interval, ${INTERVAL_WORDS[method]}`}
    >
      {formatValue(low, kind)} to {formatValue(high, kind)}
    </span>
  );
}

function Mark({
  estimate,
  kind,
  max,
}: { readonly max?: number | undefined } & Omit<EstimateCellProps, 'mark' | 'max'>) {
  const { value, low, high } = estimate;
  if (value === null || low === null || high === null) return null;
  return (
    <IntervalMark value={value} low={low} high={high} kind={kind} {...(max === undefined ? {} : { max })} />
  );
}

function Cautions({ estimate, kind }: Pick<EstimateCellProps, 'estimate' | 'kind'>) {
  const zero = zeroEventWords(estimate, kind);
  const bounds = estimate.n === 0 ? null : unscoredBounds(estimate, kind);
  return (
    <>
      {zero !== null && <span className={css['note']}>{zero}</span>}
      {bounds !== null && (
        <span className={css['note']}>
          Were all unscored worst or best: {formatValue(bounds.low, kind)} to {formatValue(bounds.high, kind)}
        </span>
      )}
      {estimate.unreliable !== undefined && (
        <span className={css['note']}>Unreliable interval: {UNRELIABLE_WORDS[estimate.unreliable]}</span>
      )}
    </>
  );
}
