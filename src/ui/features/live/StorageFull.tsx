import { useMutation } from '@tanstack/react-query';
import { Link, useLocation } from 'wouter';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Notice } from '../../components/Notice.tsx';
import { saveBlob } from '../../components/save-blob.ts';
import { ROUTES } from '../../routes.ts';
import { useServices } from '../../services-context.ts';

/** The browser has no room for the next answer: nothing stored is lost, and these are the ways on. */
export function StorageFull({ runId, done }: { readonly runId: string; readonly done: number }) {
  const { queue, runs } = useServices();
  const [, navigate] = useLocation();
  const retry = useMutation({
    mutationFn: () => queue.resume(runId),
    onSuccess: () => navigate(ROUTES.live),
  });
  const save = useMutation({
    mutationFn: () => runs.exportJsonl(runId),
    onSuccess: (blob) => saveBlob(blob, `${runId}.run.jsonl`),
  });
  return (
    <Notice tone="warn">
      <p>
        <strong>The run waits for room.</strong> The {done} answers before this one are stored. Free space and
        try again; only what is missing will be computed.
      </p>
      <div className="row">
        <button type="button" className="primary" disabled={retry.isPending} onClick={() => retry.mutate()}>
          Try again
        </button>
        <Link href={ROUTES.data} className="button">
          Free space
        </Link>
        <button type="button" disabled={save.isPending} onClick={() => save.mutate()}>
          Save this run as a file
        </button>
      </div>
      {retry.isError && <ErrorNotice error={retry.error} />}
      {save.isError && <ErrorNotice error={save.error} />}
    </Notice>
  );
}
