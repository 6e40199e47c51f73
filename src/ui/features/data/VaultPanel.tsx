import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { AutoLock } from '../../../app/vault/vault-view.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ModalDialog } from '../../components/ModalDialog.tsx';
import { NewPassphraseForm } from '../../components/NewPassphraseForm.tsx';
import { Panel } from '../../components/Panel.tsx';
import { isActive, useQueue } from '../../queries/live.ts';
import { useVault } from '../../queries/vault.ts';
import { useServices } from '../../services-context.ts';
import { AutoLockFields } from './AutoLockFields.tsx';
import { ChangePassphrase, RemovePassphrase } from './PassphraseDialogs.tsx';

/** Whether what is stored is behind a passphrase, and everything about it. */
export function VaultPanel() {
  const view = useVault();
  if (view.kind === 'unlocked') return <Unlocked autoLock={view.autoLock} />;
  return view.kind === 'off' ? <Off /> : null;
}

function Off() {
  const { vault } = useServices();
  const { live } = useQueue();
  const [asking, setAsking] = useState(false);
  const create = useMutation({
    mutationFn: async (passphrase: string) => (await vault.actions()).create(passphrase),
  });
  const busy = isActive(live?.phase);
  return (
    <Panel title="Passphrase">
      <p>
        What is stored here is not encrypted. Whoever can open this browser profile can read it. With a
        passphrase, packs, answers, notes and scores are encrypted on the disk, and the page locks itself.
      </p>
      <p className="muted">
        Set it before you import anything private. What was stored unencrypted may stay in the browser’s files
        for a while after it was encrypted or deleted.
      </p>
      {busy && <p>A run is going on. Wait for it, or stop it first.</p>}
      <div>
        <button type="button" disabled={busy || create.isPending} onClick={() => setAsking(true)}>
          Set a passphrase …
        </button>
      </div>
      {create.isError && <ErrorNotice error={create.error} />}
      <ModalDialog title="Set a passphrase" open={asking} onClose={() => setAsking(false)}>
        <NewPassphraseForm
          action="Encrypt what is stored"
          pending={create.isPending}
          onSubmit={(next) => create.mutate(next)}
        >
          <button type="button" onClick={() => setAsking(false)}>
            Not now
          </button>
        </NewPassphraseForm>
      </ModalDialog>
    </Panel>
  );
}

function Unlocked({ autoLock }: { readonly autoLock: AutoLock }) {
  const { vault } = useServices();
  const { live } = useQueue();
  const [asking, setAsking] = useState<'change' | 'remove' | null>(null);
  const busy = isActive(live?.phase);
  const close = () => setAsking(null);
  return (
    <Panel title="Passphrase">
      <p>
        What is stored here is encrypted. The key is in this tab only while it is unlocked. Without the
        passphrase one can see how many runs, answers and packs there are, how large they are, and which
        scorers were used.
      </p>
      <AutoLockFields autoLock={autoLock} />
      <div className="row">
        <button type="button" className="primary" onClick={() => vault.lock()}>
          Lock now
        </button>
        <button type="button" onClick={() => setAsking('change')}>
          Change the passphrase …
        </button>
        <button type="button" disabled={busy} onClick={() => setAsking('remove')}>
          Remove the passphrase …
        </button>
      </div>
      {busy && (
        <p>While a run is going on the passphrase cannot be removed. Locking does not stop the run.</p>
      )}
      <ChangePassphrase open={asking === 'change'} onClose={close} />
      <RemovePassphrase open={asking === 'remove'} onClose={close} />
    </Panel>
  );
}
