import { Link } from 'wouter';
import { ScrollRegion } from '../../components/ScrollRegion.tsx';
import type { StoredRun } from '../../../storage/contract.ts';
import { useDeleteRun } from '../../components/use-delete-run.ts';
import { deviceWords, runtimeWords } from '../../i18n/device-words.ts';
import { formatDateTime } from '../../i18n/format.ts';
import { STATUS_WORDS } from '../../i18n/words.ts';
import { isActive, useQueue } from '../../queries/live.ts';
import { resultPath, ROUTES } from '../../routes.ts';
import css from './RunsTable.module.css';

export function RunsTable({ runs }: { readonly runs: readonly StoredRun[] }) {
  const remove = useDeleteRun();
  const { live } = useQueue();
  const runningId = isActive(live?.phase) ? live?.runId : null;
  return (
    <ScrollRegion label="All runs">
      <table className={css['table']}>
        <thead>
          <tr>
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
                {run.header.id === runningId ? (
                  <Link href={ROUTES.live}>Running</Link>
                ) : (
                  STATUS_WORDS[run.status]
                )}
                {run.recorded === true && <span className={css['second']}>recorded elsewhere</span>}
              </td>
              <td className="num">
                {run.header.id !== runningId && run.recorded !== true && (
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
  );
}
