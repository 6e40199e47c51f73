import { Link } from 'wouter';
import { PASTED_VISIT } from '../../../../core/importers/pasted-visit.ts';
import type { StoredRun } from '../../../../storage/contract.ts';
import { Panel } from '../../../components/Panel.tsx';
import { deleteWithUndo } from '../../../components/use-delete-run.ts';
import { formatDateTime } from '../../../i18n/format.ts';
import { usePacks, useRuns } from '../../../queries/stored.ts';
import { samplePath } from '../../../routes.ts';
import { useServices } from '../../../services-context.ts';

/** Visits pasted before: each opens with its note and review, and can be deleted with its transcript. */
export function EarlierVisits() {
  const services = useServices();
  const runs = useRuns();
  const packs = usePacks();
  const visits = (runs.data ?? []).filter(({ header }) => header.pack.id.startsWith(PASTED_VISIT));
  if (visits.length === 0) return null;
  const remove = ({ header }: StoredRun) =>
    deleteWithUndo(async () => {
      const run = await services.runs.remove(header.id);
      const shared = visits.some(
        (other) => other.header.id !== header.id && other.header.pack.id === header.pack.id,
      );
      const stored = (packs.data ?? []).some((pack) => pack.header.id === header.pack.id);
      const pack = shared || !stored ? null : await services.packs.remove(header.pack.id);
      return {
        undo: async () => {
          await pack?.undo();
          await run.undo();
        },
      };
    }, 'The visit and its note are deleted.');
  return (
    <Panel title="Earlier visits">
      <ul>
        {visits.map((run) => (
          <li key={run.header.id}>
            <div className="row">
              <Link href={samplePath(run.header.id, '0#0')} translate="no">
                {run.header.pack.title}
              </Link>
              <span className="muted small">
                {run.header.model.title}, {formatDateTime(run.header.createdAt)}
              </span>
              <button type="button" className="danger" onClick={() => remove(run)}>
                Delete<span className="visually-hidden"> {run.header.pack.title}</span>
              </button>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
