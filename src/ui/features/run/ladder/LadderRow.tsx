import { Link } from 'wouter';
import type { MetricRow } from '../../../../app/services.ts';
import type { Verdict } from '../../../../core/compare/verdict.ts';
import { settingsWords } from '../../../../core/compare/settings-differences.ts';
import type { Estimate } from '../../../../core/contracts.ts';
import { differenceText, pText, rangeText } from '../../../components/difference-words.ts';
import { EstimateCell } from '../../../components/EstimateCell.tsx';
import { formatValue } from '../../../i18n/format.ts';
import type { LadderFigures } from '../../../queries/ladder.ts';
import { resultPath } from '../../../routes.ts';
import css from './Ladder.module.css';
import type { AskedRung } from './LadderTable.tsx';

interface LadderRowProps {
  readonly rung: AskedRung;
  readonly isFirst: boolean;
  readonly metric: MetricRow;
  readonly figures: LadderFigures;
}

export function LadderRow({ rung, isFirst, metric, figures }: LadderRowProps) {
  const { header } = rung.run;
  const rows = figures.metrics[header.id] ?? [];
  const find = (key: string) => rows.find((row) => row.key === key);
  const shown = find(metric.key);
  const strict = find(`${metric.key}-strict`);
  const read = find(`${metric.scorerId}.extracted`);
  const costs = figures.costs[header.id];
  return (
    <tr>
      <th scope="row">
        <Link href={resultPath(header.id)}>{rung.way.title}</Link>
        {header.solver.settings !== undefined && (
          <div className="muted small" translate="no">
            {settingsWords(header.solver.settings)}
          </div>
        )}
        {rung.way.id.startsWith('options-only') && (
          <div className={`small ${css['control']}`}>Control: what the choices alone give away</div>
        )}
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
        {isFirst ? <span className="muted">first rung</span> : <Difference {...{ rung, metric, figures }} />}
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
  better: 'Better than the first rung.',
  worse: 'Worse than the first rung.',
  'leaning-better': 'Leans towards better, not shown.',
  'leaning-worse': 'Leans towards worse, not shown.',
  'not-shown': 'No difference shown, which is not “equal”.',
  same: 'Not one question differs.',
  nothing: 'No question has a score in both.',
};

function Difference({ rung, metric, figures }: Omit<LadderRowProps, 'isFirst'>) {
  const found = figures.set?.report.comparisons.find(({ b }) => b === rung.run.header.id);
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
      <div className="small">{VERDICTS[verdict.kind]}</div>
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
