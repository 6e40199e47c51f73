import { Link } from 'wouter';
import type { MetricRow } from '../../../../app/services.ts';
import type { Verdict } from '../../../../core/compare/verdict.ts';
import type { Estimate } from '../../../../core/contracts.ts';
import { differenceText, pText, rangeText } from '../../../../core/compare/difference-words.ts';
import { EstimateCell } from '../../../components/EstimateCell.tsx';
import { formatValue } from '../../../i18n/format.ts';
import type { LadderFigures } from '../../../queries/ladder.ts';
import { resultPath } from '../../../routes.ts';
import css from './Ladder.module.css';
import type { LadderLine } from './ladder-line.ts';

interface LadderRowProps {
  readonly line: LadderLine;
  readonly isFirst: boolean;
  readonly against: string;
  readonly metric: MetricRow;
  readonly figures: LadderFigures;
}

export function LadderRow({ line, isFirst, against, metric, figures }: LadderRowProps) {
  const { header } = line.run;
  const rows = figures.metrics[header.id] ?? [];
  const find = (key: string) => rows.find((row) => row.key === key);
  const shown = find(metric.key);
  const strict = find(`${metric.key}-strict`);
  const read = find(`${metric.scorerId}.extracted`);
  const costs = figures.costs[header.id];
  return (
    <tr>
      <th scope="row">
        <Link href={resultPath(header.id)}>{line.title}</Link>
        {line.about !== null && <div className="muted small">{line.about}</div>}
        {line.control !== null && <div className={`small ${css['control']}`}>{line.control}</div>}
      </th>
      <td>
        {shown === undefined ? (
          <span className="muted">not measured</span>
        ) : (
          <EstimateCell estimate={shown.estimate} kind={metric.measure.kind} mark />
        )}
      </td>
      <td>
        <Applicable row={strict} of={(estimate) => estimate} />
      </td>
      <td>
        <Applicable row={read} of={unread} />
      </td>
      <td>
        {isFirst ? (
          <span className="muted">{against}</span>
        ) : (
          <Difference {...{ line, against, metric, figures }} />
        )}
      </td>
      <td className="num">{costs === undefined ? '' : <Cost estimate={costs.calls} />}</td>
      <td className="num">{costs === undefined ? '' : <Cost estimate={costs.seconds} />}</td>
    </tr>
  );
}

/** Nothing was written where choices are ranked, so there is nothing to read. */
function Applicable({
  row,
  of,
}: {
  readonly row: MetricRow | undefined;
  readonly of: (estimate: Estimate) => Estimate;
}) {
  if (row === undefined || row.estimate.value === null)
    return <span className="muted">{row === undefined ? 'not applicable' : 'nothing to read'}</span>;
  return <EstimateCell estimate={of(row.estimate)} kind={row.measure.kind} />;
}

function unread(estimate: Estimate): Estimate {
  const flip = (value: number | null) => (value === null ? null : 1 - value);
  return {
    ...estimate,
    value: flip(estimate.value),
    low: flip(estimate.high),
    high: flip(estimate.low),
  };
}

const VERDICTS: Readonly<Record<Verdict['kind'], string>> = {
  better: 'Better than',
  worse: 'Worse than',
  'leaning-better': 'Leans towards better, not shown.',
  'leaning-worse': 'Leans towards worse, not shown.',
  'not-shown': 'No difference shown, which is not “equal”.',
  same: 'Not one question differs.',
  nothing: 'No question has a score in both.',
};

function verdictWords({ kind }: Verdict, against: string): string {
  return kind === 'better' || kind === 'worse' ? `${VERDICTS[kind]} ${against}.` : VERDICTS[kind];
}

function Difference({ line, against, metric, figures }: Omit<LadderRowProps, 'isFirst'>) {
  const found = figures.set?.report.comparisons.find(({ b }) => b === line.run.header.id);
  const compared = found?.comparison.metrics.find((one) => one.metric === metric.key);
  const verdict = found?.verdicts[metric.key];
  if (compared === undefined || verdict === undefined) return <span className="muted">not compared</span>;
  const { value, low, high } = verdict;
  const { kind } = metric.measure;
  const { test, difference, flips } = compared;
  return (
    <>
      {value !== null && (
        <div>
          <strong>{differenceText(value, kind)}</strong>{' '}
          {low !== null && high !== null && verdict.kind !== 'same' && `(${rangeText(low, high, kind)})`}
        </div>
      )}
      <div className="small">{verdictWords(verdict, against)}</div>
      <div className="muted small">
        n = {difference.n} pairs
        {flips !== null && `; ${flips.onlyB.length} gained, ${flips.onlyA.length} lost`}
        {test !== null && `; ${pText(test.p)}`}
        {test?.holm !== null && test !== null && `, Holm ${pText(test.holm)}`}
      </div>
    </>
  );
}

function Cost({ estimate }: { readonly estimate: Estimate }) {
  const { value, low, high, n } = estimate;
  if (value === null) return <span className="muted">not measured</span>;
  const varies = low !== null && high !== null && low !== high;
  return (
    <>
      {formatValue(value, 'count')}
      <div className="muted small">
        {varies && `${formatValue(low, 'count')} to ${formatValue(high, 'count')}, `}n = {n}
      </div>
    </>
  );
}
