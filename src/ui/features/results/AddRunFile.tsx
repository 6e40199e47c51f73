import { lazy, Suspense, useState } from 'react';
import { useLocation } from 'wouter';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { FileButton } from '../../components/FileButton.tsx';
import { ROUTES, resultPath } from '../../routes.ts';
import { ImportedRunsDialog } from './ImportedRunsDialog.tsx';
import { useReadResults } from './use-read-results.ts';

const TableReportDialog = lazy(() =>
  import('./TableReportDialog.tsx').then((m) => ({ default: m.TableReportDialog })),
);

/** A run made by the command line or elsewhere, results that another tool wrote, or a table of ratings or scores. */
export function AddRunFile() {
  const [, navigate] = useLocation();
  const [table, setTable] = useState<File | null>(null);
  const work = useReadResults();
  const { reading, preview } = work;
  return (
    <div className="stack">
      <div className="row">
        <FileButton
          label={reading === null ? 'Add a run file' : 'Reading …'}
          accept=".jsonl,.ndjson,.json,.eval,.csv"
          multiple
          disabled={reading !== null}
          onFiles={(files) => {
            const [file] = files;
            if (file !== undefined && files.length === 1 && /\.csv$/iu.test(file.name)) setTable(file);
            else work.start(files);
          }}
        />
        {reading !== null && (
          <button type="button" onClick={() => work.stop()}>
            Stop
          </button>
        )}
      </div>
      {reading !== null && (
        <progress
          aria-label="Reading the file"
          max={1}
          {...(reading.part === null ? {} : { value: reading.part })}
        />
      )}
      {work.error !== null && <ErrorNotice error={work.error} />}
      {preview !== null && (
        <ImportedRunsDialog
          results={preview}
          onClose={() => work.close()}
          onAdded={([runId, ...others]) => {
            work.close();
            if (runId !== undefined) navigate(others.length === 0 ? resultPath(runId) : ROUTES.results);
          }}
        />
      )}
      {table !== null && (
        <Suspense>
          <TableReportDialog file={table} onClose={() => setTable(null)} />
        </Suspense>
      )}
    </div>
  );
}
