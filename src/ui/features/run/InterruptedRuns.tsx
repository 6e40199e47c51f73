import { useMutation } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import type { StoredRun } from '../../../storage/contract.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Notice } from '../../components/Notice.tsx';
import { useDeleteRun } from '../../components/use-delete-run.ts';
import { formatDateTime, plural } from '../../i18n/format.ts';
import { isActive, useQueue } from '../../queries/live.ts';
import { useFailedCount, useInterruptedRuns } from '../../queries/stored.ts';
import { ROUTES } from '../../routes.ts';
import { useServices } from '../../services-context.ts';

/** Runs that a closed tab, a crash or the person stopped: continue without computing anything twice. */
export function InterruptedRuns() {
  const interrupted = useInterruptedRuns();
  const { live } = useQueue();
  const waiting = (interrupted.data ?? []).filter(
    (run) => !(isActive(live?.phase) && run.header.id === live?.runId),
  );
  return (
    <>
      {waiting.map((run) => (
        <Interrupted key={run.header.id} run={run} />
      ))}
    </>
  );
}

function Interrupted({ run }: { readonly run: StoredRun }) {
  const { queue } = useServices();
  const [, navigate] = useLocation();
  const remove = useDeleteRun();
  const failed = useFailedCount(run.header.id);
  const resume = useMutation({
    mutationFn: (retryFailed: boolean) => queue.resume(run.header.id, { retryFailed }),
    onSuccess: () => navigate(ROUTES.live),
  });
  return (
    <Notice tone="warn">
      <p>
        <strong>
          A run of {run.header.pack.title} stopped after {run.done} of {run.total}.
        </strong>{' '}
        {run.header.model.title}, begun {formatDateTime(run.header.createdAt)}. What was finished is kept and
        is not computed again.
        {failed > 0 &&
          ` ${plural(failed, 'sample')} failed: answered again, the failed ${failed === 1 ? 'record gives' : 'records give'} way and the run says so; otherwise they stay counted as failed.`}
      </p>
      {run.error !== undefined && <ErrorNotice error={run.error} />}
      <div className="row">
        <button
          type="button"
          className="primary"
          disabled={resume.isPending}
          onClick={() => resume.mutate(false)}
        >
          Resume
        </button>
        {failed > 0 && (
          <button type="button" disabled={resume.isPending} onClick={() => resume.mutate(true)}>
            Resume and answer the failed ones again
          </button>
        )}
        <button type="button" onClick={() => remove(run)}>
          Delete it
        </button>
      </div>
      {resume.isError && <ErrorNotice error={resume.error} />}
    </Notice>
  );
}
