import { useState } from 'react';
import { Link } from 'wouter';
import { ScrollRegion } from '../../components/ScrollRegion.tsx';
import type { StoredRun } from '../../../storage/contract.ts';
import { useDeleteRun } from '../../components/use-delete-run.ts';
import { deviceWords, runtimeWords } from '../../i18n/device-words.ts';
import { formatDateTime, plural } from '../../i18n/format.ts';
import { STATUS_WORDS } from '../../i18n/words.ts';
import { useWhereItRuns } from '../../queries/running.ts';
import { comparePath, resultPath, ROUTES } from '../../routes.ts';
import css from './RunsTable.module.css';

export function RunsTable({ runs }: { readonly runs: readonly StoredRun[] }) {
  const remove = useDeleteRun();
  const whereItRuns = useWhereItRuns();
  const [ticked, setTicked] = useState<readonly string[]>([]);
  // A run that was deleted meanwhile is no longer one of them.
  const chosen = ticked.filter((id) => runs.some(({ header }) => header.id === id));
  return (
    <>
      <CompareBar chosen={chosen} />
      <ScrollRegion label="All runs">
        <table className={css['table']}>
          <thead>
            <tr>
              <td />
              <th scope="col">Pack and time</th>
              <th scope="col">Model</th>
              <th scope="col">Device</th>
              <th scope="col" className="num">
                Samples
              </th>
              <th scope="col">State</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {runs.map((run) => (
              <tr key={run.header.id}>
                <td>
                  <input
                    type="checkbox"
                    disabled={run.done === 0}
                    aria-label={`Compare ${run.header.model.title} on ${run.header.pack.title}, ${formatDateTime(run.header.createdAt)}`}
                    checked={chosen.includes(run.header.id)}
                    onChange={(event) =>
                      setTicked(
                        event.currentTarget.checked
                          ? [...chosen, run.header.id]
                          : chosen.filter((id) => id !== run.header.id),
                      )
                    }
                  />
                </td>
                <th scope="row">
                  <Link href={resultPath(run.header.id)}>{run.header.pack.title}</Link>
                  <span className={css['second']}>{formatDateTime(run.header.createdAt)}</span>
                </th>
                <td>
                  {run.header.model.title}
                  <span className={css['second']}>{run.header.model.dtype}</span>
                </td>
                <td>
                  {deviceWords(run.header)}
                  <span className={css['second']}>{runtimeWords(run.header)}</span>
                </td>
                <td className="num">
                  {run.done} of {run.total}
                </td>
                <td>
                  <State run={run} where={whereItRuns(run)} />
                  {run.recorded === true && <span className={css['second']}>recorded elsewhere</span>}
                </td>
                <td className="num">
                  {whereItRuns(run) === null && run.recorded !== true && (
                    <button
                      type="button"
                      className="quiet"
                      aria-label={`Delete the run of ${run.header.pack.title}, ${formatDateTime(run.header.createdAt)}`}
                      onClick={() => remove(run)}
                    >
                      Delete
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}

interface StateProps {
  readonly run: StoredRun;
  readonly where: 'here' | 'elsewhere' | null;
}

function State({ run, where }: StateProps) {
  if (where === 'here') return <Link href={ROUTES.live}>Running</Link>;
  return where === 'elsewhere' ? 'Running in another tab' : STATUS_WORDS[run.status];
}

function CompareBar({ chosen }: { readonly chosen: readonly string[] }) {
  return (
    <div className="row no-print">
      {chosen.length >= 2 ? (
        <Link href={comparePath(chosen)} className="button primary">
          Compare {plural(chosen.length, 'run')}
        </Link>
      ) : (
        <button type="button" disabled>
          Compare
        </button>
      )}
      <span className="muted small" role="status">
        {chosen.length === 0 && 'Tick two or more runs of one pack to compare them sample by sample.'}
        {chosen.length === 1 && 'One ticked: tick another run of the same pack.'}
      </span>
    </div>
  );
}
