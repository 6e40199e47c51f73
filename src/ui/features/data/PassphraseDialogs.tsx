import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ModalDialog } from '../../components/ModalDialog.tsx';
import { NewPassphraseForm } from '../../components/NewPassphraseForm.tsx';
import { PassphraseField } from '../../components/PassphraseField.tsx';
import { plural } from '../../i18n/format.ts';
import { useServices } from '../../services-context.ts';
import { useToasts } from '../../state/toast-store.ts';

interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

export function ChangePassphrase({ open, onClose }: DialogProps) {
  const { vault } = useServices();
  const change = useMutation({
    mutationFn: async ({ current, next }: { current: string; next: string }) =>
      (await vault.actions()).change(current, next),
    onSuccess: () => {
      useToasts
        .getState()
        .show({ text: 'The passphrase is changed. The old one no longer opens the vault.' });
      onClose();
    },
  });
  return (
    <ModalDialog title="Change the passphrase" open={open} onClose={onClose}>
      <NewPassphraseForm
        action="Change the passphrase"
        withCurrent
        pending={change.isPending}
        onSubmit={(next, current) => change.mutate({ current, next })}
      >
        <button type="button" onClick={onClose}>
          Keep the present one
        </button>
      </NewPassphraseForm>
      {change.isError && <ErrorNotice error={change.error} />}
    </ModalDialog>
  );
}

export function RemovePassphrase({ open, onClose }: DialogProps) {
  const { vault } = useServices();
  const [passphrase, setPassphrase] = useState('');
  const remove = useMutation({
    mutationFn: async (given: string) => (await vault.actions()).remove(given),
    onSuccess: (unreadable) => {
      const left =
        unreadable === 0 ? '' : ` ${plural(unreadable, 'row')} could not be opened and are left out.`;
      useToasts.getState().show({ text: `What is stored is no longer encrypted.${left}` });
    },
    onSettled: () => setPassphrase(''),
  });
  return (
    <ModalDialog title="Remove the passphrase?" open={open} onClose={onClose}>
      <p>
        Everything stored here is written back unencrypted. Whoever can open this browser profile can read it.
      </p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (passphrase !== '') remove.mutate(passphrase);
        }}
      >
        <PassphraseField label="Passphrase" value={passphrase} onChange={setPassphrase} focused />
        <div className="row">
          <button type="submit" className="danger" disabled={passphrase === '' || remove.isPending}>
            Remove the passphrase
          </button>
          <button type="button" onClick={onClose}>
            Keep it
          </button>
        </div>
      </form>
      {remove.isError && <ErrorNotice error={remove.error} />}
    </ModalDialog>
  );
}
