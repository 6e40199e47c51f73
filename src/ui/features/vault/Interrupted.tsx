import { useMutation } from '@tanstack/react-query';
import type { VaultView } from '../../../app/vault/vault-view.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Panel } from '../../components/Panel.tsx';
import { useServices } from '../../services-context.ts';
import { PassphraseForm } from './UnlockPanel.tsx';

interface InterruptedProps {
  readonly view: Extract<VaultView, { kind: 'interrupted' }>;
}

export function Interrupted({ view }: InterruptedProps) {
  const { vault } = useServices();
  const discard = useMutation({ mutationFn: async () => (await vault.actions()).discard() });
  const sealing = view.to === 'sealed';
  return (
    <Panel title="Go on, or take it back">
      <p>
        {sealing
          ? 'The page was closed while what is stored was being encrypted. Nothing is lost, and the rest is still unencrypted.'
          : 'The page was closed while the passphrase was being removed. Nothing is lost, and part of what is stored is unencrypted now.'}
      </p>
      <PassphraseForm
        failed={view.failed}
        notBefore={view.notBefore}
        action={sealing ? 'Go on encrypting' : 'Go on removing the passphrase'}
        run={async (passphrase) => (await vault.actions()).resume(passphrase)}
      >
        <button type="button" disabled={discard.isPending} onClick={() => discard.mutate()}>
          {sealing ? 'Stay without a passphrase' : 'Keep the passphrase'}
        </button>
      </PassphraseForm>
      {discard.isError && <ErrorNotice error={discard.error} />}
    </Panel>
  );
}
