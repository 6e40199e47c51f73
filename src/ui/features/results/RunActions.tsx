import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { RunResults } from '../../../app/services.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ModalDialog } from '../../components/ModalDialog.tsx';
import { saveBlob } from '../../components/save-blob.ts';
import { useDeleteRun } from '../../components/use-delete-run.ts';
import { comparePath, ROUTES } from '../../routes.ts';
import { useServices } from '../../services-context.ts';
import { RescoreDialog } from './RescoreDialog.tsx';

/** Score again, export, print, delete. */
export function RunActions({ results }: { readonly results: RunResults }) {
  const [open, setOpen] = useState<'rescore' | 'export' | null>(null);
  const [, navigate] = useLocation();
  const remove = useDeleteRun();
  const { run } = results;
  return (
    <div className="row no-print">
      <Link href={comparePath([run.header.id])} className="button">
        Compare with …
      </Link>
      <button type="button" onClick={() => setOpen('rescore')}>
        Score again
      </button>
      <button type="button" onClick={() => setOpen('export')}>
        Export
      </button>
      <button type="button" onClick={() => window.print()}>
        Print
      </button>
      {run.recorded !== true && (
        <button
          type="button"
          className="danger"
          onClick={() => {
            remove(run);
            navigate(ROUTES.results);
          }}
        >
          Delete
        </button>
      )}
      <RescoreDialog results={results} open={open === 'rescore'} onClose={() => setOpen(null)} />
      <ExportDialog runId={run.header.id} open={open === 'export'} onClose={() => setOpen(null)} />
    </div>
  );
}

interface ExportDialogProps {
  readonly runId: string;
  readonly open: boolean;
  readonly onClose: () => void;
}

function ExportDialog({ runId, open, onClose }: ExportDialogProps) {
  const { runs } = useServices();
  const save = useMutation({
    mutationFn: () => runs.exportJsonl(runId),
    onSuccess: (blob) => {
      saveBlob(blob, `${runId}.run.jsonl`);
      onClose();
    },
  });
  return (
    <ModalDialog title="Export this run" open={open} onClose={onClose}>
      <p>
        The file holds the settings and, for every sample,{' '}
        <strong>the full prompt and everything the model wrote</strong>. If the pack holds patient text, so
        does the file; treat it as you would the chart.
      </p>
      {save.isError && <ErrorNotice error={save.error} />}
      <div className="row">
        <button type="button" className="primary" disabled={save.isPending} onClick={() => save.mutate()}>
          Save run.jsonl
        </button>
        <button type="button" onClick={onClose}>
          Cancel
        </button>
      </div>
    </ModalDialog>
  );
}
