import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { EncoderSource } from '../../../app/scoring/rescore-options.ts';
import type { RunResults } from '../../../app/services.ts';
import { toAppError } from '../../../core/errors.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Check } from '../../components/Field.tsx';
import { ModalDialog } from '../../components/ModalDialog.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { TaskButtons } from '../../components/TaskButtons.tsx';
import { useCatalog } from '../../queries/fixed.ts';
import { useServices } from '../../services-context.ts';
import { useToasts } from '../../state/toast-store.ts';
import { EncoderChoice } from './EncoderChoice.tsx';
import { RescoreProgress, type RescoreStage } from './RescoreProgress.tsx';
import { VocabularyChoice } from './VocabularyChoice.tsx';

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
  const [vocabularyId, setVocabularyId] = useState<string | null>(null);
  const [encoder, setEncoder] = useState<EncoderSource | null>(null);
  const [stage, setStage] = useState<RescoreStage | null>(null);
  const stop = useRef<AbortController | null>(null);
  const isChosen = (need: 'vocabulary' | 'encodings') =>
    catalog.data?.scorers.some((scorer) => scorer.needs === need && chosen.includes(scorer.id)) ?? false;
  const rescore = useMutation({
    mutationFn: () => {
      stop.current = new AbortController();
      return runs.rescore(runId, chosen, (done, total) => setStage({ stage: 'scoring', done, total }), {
        ...(vocabularyId === null || !isChosen('vocabulary') ? {} : { vocabularyId }),
        ...(encoder === null || !isChosen('encodings') ? {} : { encoder }),
        onEncoding: setStage,
        signal: stop.current.signal,
      });
    },
    onSuccess: () => {
      useToasts.getState().show({ text: 'Scored again from the stored answers.' });
      onClose();
    },
    onSettled: () => setStage(null),
  });
  const cancelled = rescore.isError && toAppError(rescore.error).code === 'runtime/cancelled';
  const lacksEncoder = isChosen('encodings') && encoder === null;
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
                disabled={rescore.isPending}
                onChange={(on) =>
                  setChosen(on ? [...chosen, scorer.id] : chosen.filter((id) => id !== scorer.id))
                }
              />
            ))}
          </fieldset>
        )}
      </QueryView>
      {isChosen('vocabulary') && (
        <VocabularyChoice chosen={vocabularyId} disabled={rescore.isPending} onChange={setVocabularyId} />
      )}
      {isChosen('encodings') && (
        <EncoderChoice chosen={encoder} disabled={rescore.isPending} onChange={setEncoder} />
      )}
      {stage !== null && <RescoreProgress stage={stage} />}
      {cancelled && <p role="status">Stopped. The scores are as they were.</p>}
      {rescore.isError && !cancelled && <ErrorNotice error={rescore.error} />}
      <TaskButtons
        label="Score again"
        busyLabel="Scoring …"
        busy={rescore.isPending}
        disabled={chosen.length === 0 || lacksEncoder}
        onStart={() => rescore.mutate()}
        onStop={() => stop.current?.abort()}
        onClose={onClose}
      />
    </ModalDialog>
  );
}
