import { useMutation } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Panel } from '../../components/Panel.tsx';
import { PassphraseField } from '../../components/PassphraseField.tsx';
import { formatDuration, plural } from '../../i18n/format.ts';
import { useServices } from '../../services-context.ts';

interface UnlockPanelProps {
  readonly failed: number;
  readonly notBefore: number;
}

export function UnlockPanel({ failed, notBefore }: UnlockPanelProps) {
  const { vault } = useServices();
  return (
    <Panel title="Enter the passphrase">
      <p>What is stored in this browser is encrypted.</p>
      <PassphraseForm
        failed={failed}
        notBefore={notBefore}
        action="Unlock"
        run={async (passphrase) => (await vault.actions()).unlock(passphrase)}
      />
    </Panel>
  );
}

interface PassphraseFormProps extends UnlockPanelProps {
  readonly action: string;
  readonly run: (passphrase: string) => Promise<void>;
  readonly children?: ReactNode;
}

export function PassphraseForm({ failed, notBefore, action, run, children }: PassphraseFormProps) {
  const [passphrase, setPassphrase] = useState('');
  const seconds = useSecondsUntil(notBefore);
  const [wrong, setWrong] = useState(0);
  const opening = useMutation({
    mutationFn: run,
    onError: () => {
      setPassphrase('');
      setWrong((before) => before + 1);
    },
  });
  const waits = seconds > 0;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (passphrase !== '' && !waits && !opening.isPending) opening.mutate(passphrase);
      }}
    >
      {/* A new field after a wrong one has the focus again. */}
      <PassphraseField key={wrong} label="Passphrase" value={passphrase} onChange={setPassphrase} focused />
      <div className="row">
        <button type="submit" className="primary" disabled={passphrase === '' || waits || opening.isPending}>
          {opening.isPending ? 'Opening …' : action}
        </button>
        {children}
      </div>
      {waits && (
        <p role="timer">
          {plural(failed, 'wrong passphrase')}. The next attempt can be made in {formatDuration(seconds)}.
        </p>
      )}
      {opening.isError && !waits && <ErrorNotice error={opening.error} />}
    </form>
  );
}

/** Whole seconds until then, zero once it is over. */
function useSecondsUntil(time: number): number {
  const [now, setNow] = useState(() => Date.now());
  const left = Math.max(0, Math.ceil((time - now) / 1000));
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [time]);
  return left;
}
