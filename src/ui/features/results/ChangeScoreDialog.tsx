import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { RunResults } from '../../../app/services.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Field } from '../../components/Field.tsx';
import { ModalDialog } from '../../components/ModalDialog.tsx';
import { formatScore } from '../../i18n/format.ts';
import { UNSCORED_WORDS } from '../../i18n/words.ts';
import { useServices } from '../../services-context.ts';
import { useToasts } from '../../state/toast-store.ts';

interface ChangeScoreDialogProps {
  readonly results: RunResults;
  readonly open: boolean;
  readonly onClose: () => void;
}

export function ChangeScoreDialog(props: ChangeScoreDialogProps) {
  return (
    <ModalDialog title="Change a score" open={props.open} onClose={props.onClose}>
      <ChangeScoreForm {...props} />
    </ModalDialog>
  );
}

function ChangeScoreForm({ results, onClose }: ChangeScoreDialogProps) {
  const services = useServices();
  const { metrics, samples } = results;
  const [metric, setMetric] = useState(metrics[0]?.key ?? '');
  const [sample, setSample] = useState('');
  const [value, setValue] = useState('');
  const [who, setWho] = useState('');
  const [why, setWhy] = useState('');
  const measure = metrics.find(({ key }) => key === metric)?.measure;
  const rows = samples.filter((row) => row.sampleId === sample.trim());
  const [row] = rows;
  const score = row?.scores[metric];
  const save = useMutation({
    mutationFn: async () => {
      const change = { metric, value: Number(value), who, why };
      await (await services.transfer()).override(results.run.header.id, row?.key ?? '', change);
    },
    onSuccess: () => {
      useToasts.getState().show({ text: 'The changed score stands beside the computed one.' });
      onClose();
    },
  });
  const ready = score !== undefined && value.trim() !== '' && who.trim() !== '' && why.trim() !== '';
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <p>The computed score is kept. Means are shown with and without the change, and exports carry it.</p>
      <Field label="Measure">
        {({ id }) => (
          <select id={id} value={metric} onChange={(event) => setMetric(event.currentTarget.value)}>
            {metrics.map((one) => (
              <option key={one.key} value={one.key}>
                {one.scorerTitle}: {one.measure.title}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        label="Sample"
        hint={
          sample.trim() === ''
            ? 'Its id, as the table of samples shows it.'
            : row === undefined
              ? 'This run has no sample of this id.'
              : `${score === undefined ? 'No score' : score.state === 'scored' ? `Now ${formatScore(score.value, measure?.kind ?? 'fraction')}` : `Now unscored: ${UNSCORED_WORDS[score.reason]}`}${rows.length > 1 ? `; the first of ${rows.length} answers` : ''}`
        }
      >
        {({ id, hintId }) => (
          <input
            id={id}
            aria-describedby={hintId}
            value={sample}
            autoComplete="off"
            spellCheck={false}
            translate="no"
            onChange={(event) => setSample(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field label="Score" hint={measure === undefined ? undefined : RANGES[measure.kind]}>
        {({ id, hintId }) => (
          <input
            id={id}
            aria-describedby={hintId}
            type="number"
            min={0}
            max={measure?.kind === 'count' ? undefined : 1}
            step={measure?.kind === 'fraction' ? 'any' : 1}
            value={value}
            onChange={(event) => setValue(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field label="Changed by">
        {({ id }) => (
          <input
            id={id}
            value={who}
            autoComplete="off"
            spellCheck={false}
            translate="no"
            maxLength={200}
            onChange={(event) => setWho(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field label="Why">
        {({ id }) => (
          <textarea
            id={id}
            rows={2}
            value={why}
            autoComplete="off"
            spellCheck={false}
            translate="no"
            maxLength={2000}
            onChange={(event) => setWhy(event.currentTarget.value)}
          />
        )}
      </Field>
      {save.isError && <ErrorNotice error={save.error} />}
      <div className="row">
        <button type="submit" className="primary" disabled={!ready || save.isPending}>
          Change the score
        </button>
        <button type="button" onClick={onClose}>
          Cancel
        </button>
      </div>
    </form>
  );
}

const RANGES = {
  binary: '1 for right, 0 for wrong.',
  fraction: 'From 0 to 1.',
  count: 'A number from 0.',
} as const;
