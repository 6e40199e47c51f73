import { useState } from 'react';
import type { RestorePreview } from '../../../app/data/backup.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Field } from '../../components/Field.tsx';
import { FileButton } from '../../components/FileButton.tsx';
import { useServices } from '../../services-context.ts';
import { RestorePlan } from './RestorePlan.tsx';
import { useControlledWork } from './use-controlled-work.ts';
import { WorkProgress } from './WorkProgress.tsx';

type Step =
  | { readonly kind: 'none' }
  | { readonly kind: 'passphrase'; readonly file: File }
  | { readonly kind: 'plan'; readonly preview: RestorePreview };

/** From file to passphrase to what it would change; nothing is stored before the last step. */
export function RestoreSection() {
  const { data } = useServices();
  const [step, setStep] = useState<Step>({ kind: 'none' });
  const [typed, setTyped] = useState('');
  const check = useControlledWork(
    async (
      { file, passphrase }: { readonly file: File; readonly passphrase: string | null },
      control,
    ): Promise<Step> => {
      const backups = await data.backups();
      if (passphrase === null && (await backups.needsPassphrase(file))) return { kind: 'passphrase', file };
      return { kind: 'plan', preview: await backups.check(file, passphrase, control) };
    },
    (next) => {
      if (next.kind === 'plan') setTyped('');
      setStep(next);
    },
  );
  const start = (file: File) => {
    setStep({ kind: 'none' });
    check.mutate({ file, passphrase: null });
  };
  return (
    <>
      <h3>Restore</h3>
      <p>The file is checked whole, and you see what it would change, before anything is stored.</p>
      <div>
        <FileButton
          label="Restore from a backup …"
          accept=".zip,.bedside"
          disabled={check.isPending}
          onFiles={([file]) => {
            if (file !== undefined) start(file);
          }}
        />
      </div>
      {check.isPending && (
        <WorkProgress what="Checking the backup" part={check.part} onCancel={check.cancel} />
      )}
      {!check.isPending && step.kind === 'passphrase' && (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (typed !== '') check.mutate({ file: step.file, passphrase: typed });
          }}
        >
          <Field label={`Passphrase of ${step.file.name}`}>
            {({ id }) => (
              <input
                id={id}
                type="password"
                spellCheck={false}
                translate="no"
                autoComplete="off"
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
              />
            )}
          </Field>
          <div className="row">
            <button type="submit" className="primary" disabled={typed === ''}>
              Open
            </button>
            <button type="button" onClick={() => setStep({ kind: 'none' })}>
              Cancel
            </button>
          </div>
        </form>
      )}
      {check.isError && <ErrorNotice error={check.error} />}
      {!check.isPending && step.kind === 'plan' && (
        <RestorePlan preview={step.preview} onCancel={() => setStep({ kind: 'none' })} />
      )}
    </>
  );
}
