import { useMutation } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { FileButton } from '../../components/FileButton.tsx';
import { resultPath } from '../../routes.ts';
import { useServices } from '../../services-context.ts';

/** A run made by the command line or on another machine. */
export function AddRunFile() {
  const { runs } = useServices();
  const [, navigate] = useLocation();
  const add = useMutation({
    mutationFn: (file: File) => runs.importJsonl(file),
    onSuccess: (runId) => navigate(resultPath(runId)),
  });
  return (
    <div className="stack">
      <FileButton
        label={add.isPending ? 'Reading …' : 'Add a run.jsonl'}
        accept=".jsonl"
        onFiles={([file]) => {
          if (file !== undefined) add.mutate(file);
        }}
      />
      {add.isError && <ErrorNotice error={add.error} />}
    </div>
  );
}
