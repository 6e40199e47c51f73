import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { RunResults } from '../../../app/services.ts';
import { useDeleteRun } from '../../components/use-delete-run.ts';
import { comparePath, ROUTES } from '../../routes.ts';
import { ExportDialog } from './ExportDialog.tsx';
import { ReadAgainDialog, wroteAnswers } from './ReadAgainDialog.tsx';
import { RescoreDialog } from './RescoreDialog.tsx';

/** Score again, export, print, delete. */
export function RunActions({ results }: { readonly results: RunResults }) {
  const [open, setOpen] = useState<'rescore' | 'read' | 'export' | null>(null);
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
      {wroteAnswers(results) && (
        <button type="button" onClick={() => setOpen('read')}>
          Read answers again
        </button>
      )}
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
      <ReadAgainDialog results={results} open={open === 'read'} onClose={() => setOpen(null)} />
      <RescoreDialog results={results} open={open === 'rescore'} onClose={() => setOpen(null)} />
      <ExportDialog run={run} open={open === 'export'} onClose={() => setOpen(null)} />
    </div>
  );
}
