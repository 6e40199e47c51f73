import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { RunResults } from '../../../app/services.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Check } from '../../components/Field.tsx';
import { ModalDialog } from '../../components/ModalDialog.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { useCatalog } from '../../queries/fixed.ts';
import { useServices } from '../../services-context.ts';
import { useToasts } from '../../state/toast-store.ts';

interface RescoreDialogProps {
  readonly results: RunResults;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Other scorers, or newer versions of the same, over the stored answers. The model is not needed. */
export function RescoreDialog({ results, open, onClose }: RescoreDialogProps) {
  const { runs } = useServices();
  const catalog = useCatalog();
  const runId = results.run.header.id;
  const [chosen, setChosen] = useState<readonly string[]>(results.run.header.scorers);
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number } | null>(null);
  const rescore = useMutation({
    mutationFn: () => runs.rescore(runId, chosen, (done, total) => setProgress({ done, total })),
    onSuccess: () => {
      useToasts.getState().show({ text: 'Scored again from the stored answers.' });
      onClose();
    },
    onSettled: () => setProgress(null),
  });
  return (
    <ModalDialog title="Score again" open={open} onClose={onClose}>
      <p>The stored answers are scored with what you choose here. The model is not run.</p>
      <QueryView query={catalog} what="the scorers">
        {({ scorers }) => (
          <fieldset>
            <legend>Scorers</legend>
            {scorers.map((scorer) => (
              <Check
                key={scorer.id}
                label={scorer.title}
                checked={chosen.includes(scorer.id)}
                onChange={(on) =>
                  setChosen(on ? [...chosen, scorer.id] : chosen.filter((id) => id !== scorer.id))
                }
              />
            ))}
          </fieldset>
        )}
      </QueryView>
      {progress !== null && (
        <label className="stack">
          {progress.done} of {progress.total} samples
          <progress max={Math.max(1, progress.total)} value={progress.done} />
        </label>
      )}
      {rescore.isError && <ErrorNotice error={rescore.error} />}
      <div className="row">
        <button
          type="button"
          className="primary"
          disabled={rescore.isPending || chosen.length === 0}
          onClick={() => rescore.mutate()}
        >
          {rescore.isPending ? 'Scoring …' : 'Score again'}
        </button>
        <button type="button" onClick={onClose}>
          Close
        </button>
      </div>
    </ModalDialog>
  );
}
