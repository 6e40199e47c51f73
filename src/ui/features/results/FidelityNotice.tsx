import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { FidelityMark } from '../../../core/contracts.ts';
import type { FidelityOverride } from '../../../core/fidelity/override.ts';
import type { StoredRun } from '../../../storage/contract.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Field } from '../../components/Field.tsx';
import { Notice } from '../../components/Notice.tsx';
import { deleteWithUndo } from '../../components/use-delete-run.ts';
import { formatDateTime } from '../../i18n/format.ts';
import { useFidelityOverride } from '../../queries/fidelity.ts';
import { ROUTES } from '../../routes.ts';
import { useServices } from '../../services-context.ts';

/** Nothing where the device passed or was not checked; a run on one that failed says so before its scores. */
export function FidelityNotice({ run }: { readonly run: StoredRun }) {
  const mark = run.header.fidelity;
  return mark?.verdict === 'failed' ? <Failed run={run} mark={mark} /> : null;
}

function Failed({ run, mark }: { readonly run: StoredRun; readonly mark: FidelityMark }) {
  const override = useFidelityOverride(run.header.id);
  return (
    <Notice tone="warn">
      <p>
        <strong>This device failed its check of fidelity before this run</strong> ({mark.model}, {mark.dtype},{' '}
        {formatDateTime(mark.checkedAt)}): {mark.failures.join('; ')}. The scores may be those of a wrong
        computation. <Link href={ROUTES.models}>Look at the check</Link>
      </p>
      {override.isError && <ErrorNotice error={override.error} />}
      {override.isSuccess &&
        (override.data === null ? (
          run.recorded !== true && <OverrideForm runId={run.header.id} />
        ) : (
          <Overridden runId={run.header.id} override={override.data} />
        ))}
    </Notice>
  );
}

function Overridden({ runId, override }: { readonly runId: string; readonly override: FidelityOverride }) {
  const services = useServices();
  const withdraw = () =>
    deleteWithUndo(
      async () => (await services.fidelity()).removeOverride(runId),
      'The run is marked without a reason again.',
    );
  return (
    <>
      <p>
        Used all the same by <span translate="no">{override.who}</span> on {formatDateTime(override.when)}:{' '}
        <span translate="no">{override.reason}</span>
      </p>
      <button type="button" className="quiet" onClick={withdraw}>
        Withdraw
      </button>
    </>
  );
}

function OverrideForm({ runId }: { readonly runId: string }) {
  const services = useServices();
  const [who, setWho] = useState('');
  const [reason, setReason] = useState('');
  const save = useMutation({
    mutationFn: async () => (await services.fidelity()).setOverride(runId, { who, reason }),
  });
  return (
    <details>
      <summary>Use these scores all the same</summary>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <p className="small">
          Name and reason are kept with the run. They stand in exports with texts; other exports say that
          there is a reason, and since when.
        </p>
        <Field label="Your name">
          {({ id }) => (
            <input
              id={id}
              value={who}
              maxLength={200}
              autoComplete="off"
              spellCheck={false}
              translate="no"
              onChange={(event) => setWho(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label="Why these scores can be used">
          {({ id }) => (
            <textarea
              id={id}
              rows={2}
              value={reason}
              maxLength={2000}
              autoComplete="off"
              spellCheck={false}
              translate="no"
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          )}
        </Field>
        <div className="row">
          <button type="submit" disabled={who.trim() === '' || reason.trim() === '' || save.isPending}>
            Keep the reason
          </button>
        </div>
        {save.isError && <ErrorNotice error={save.error} />}
      </form>
    </details>
  );
}
