import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { ReadResults } from '../../../core/results-import/read-results.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { FileButton } from '../../components/FileButton.tsx';
import { ROUTES, resultPath } from '../../routes.ts';
import { useServices } from '../../services-context.ts';
import { ImportedRunsDialog } from './ImportedRunsDialog.tsx';

const NO_SIGNAL = new AbortController().signal;

/** A run made by the command line or on another machine, or results that another tool wrote. */
export function AddRunFile() {
  const services = useServices();
  const [, navigate] = useLocation();
  const [preview, setPreview] = useState<ReadResults | null>(null);
  const read = useMutation({
    mutationFn: async (files: readonly File[]) => {
      const [file] = files;
      if (file !== undefined && files.length === 1 && (await isOwnRun(file))) {
        navigate(resultPath(await services.runs.importJsonl(file)));
        return null;
      }
      return (await services.transfer()).preview(files, NO_SIGNAL);
    },
    onSuccess: setPreview,
  });
  return (
    <div className="stack">
      <FileButton
        label={read.isPending ? 'Reading …' : 'Add a run file'}
        accept=".jsonl,.ndjson,.json,.eval"
        multiple
        disabled={read.isPending}
        onFiles={(files) => read.mutate(files)}
      />
      {read.isError && <ErrorNotice error={read.error} />}
      {preview !== null && (
        <ImportedRunsDialog
          results={preview}
          onClose={() => setPreview(null)}
          onAdded={([runId, ...others]) => {
            setPreview(null);
            if (runId !== undefined) navigate(others.length === 0 ? resultPath(runId) : ROUTES.results);
          }}
        />
      )}
    </div>
  );
}

/** Our own form says so in its first line. */
async function isOwnRun(file: File): Promise<boolean> {
  const start = await file.slice(0, 4096).text();
  return /^\s*\{[^\n]*"kind"\s*:\s*"run"/.test(start);
}
