import { useState, type ReactNode } from 'react';
import { LEAST_PASSPHRASE } from '../../app/vault/vault-view.ts';
import { Check } from './Field.tsx';
import { PassphraseField } from './PassphraseField.tsx';

interface NewPassphraseFormProps {
  readonly action: string;
  readonly pending: boolean;
  /** Asked for first, where there is one. */
  readonly withCurrent?: boolean;
  readonly onSubmit: (next: string, current: string) => void;
  readonly children?: ReactNode;
}

/** A passphrase twice, and the sentence about forgetting it, which has to be agreed to. */
export function NewPassphraseForm({
  action,
  pending,
  withCurrent = false,
  onSubmit,
  children,
}: NewPassphraseFormProps) {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [shown, setShown] = useState(false);
  const [understood, setUnderstood] = useState(false);
  const tooShort = [...next].length < LEAST_PASSPHRASE;
  const differ = again !== '' && again !== next;
  const ready = !tooShort && again === next && understood && !pending && (!withCurrent || current !== '');
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onSubmit(next, current);
      }}
    >
      {withCurrent && (
        <PassphraseField label="Present passphrase" value={current} onChange={setCurrent} focused />
      )}
      <PassphraseField
        label="New passphrase"
        value={next}
        onChange={setNext}
        hint={`At least ${LEAST_PASSPHRASE} characters. Four or five unrelated words are strong and can be remembered.`}
        focused={!withCurrent}
        onShow={setShown}
      />
      <PassphraseField label="New passphrase again" value={again} onChange={setAgain} shownWith={shown} />
      {differ && <p role="status">The two are not the same yet.</p>}
      <p>
        <strong>A forgotten passphrase cannot be recovered</strong> by anyone. Write it down where you keep
        such things, and keep a backup. On a shared computer, do not let the browser save it.
      </p>
      <Check
        label="I understand that without the passphrase everything stored here is lost"
        checked={understood}
        onChange={setUnderstood}
      />
      <div className="row">
        <button type="submit" className="primary" disabled={!ready}>
          {action}
        </button>
        {children}
      </div>
    </form>
  );
}
