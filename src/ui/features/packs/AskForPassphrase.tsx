import { Link } from 'wouter';
import { Check } from '../../components/Field.tsx';
import { Notice } from '../../components/Notice.tsx';
import { ROUTES } from '../../routes.ts';

interface AskForPassphraseProps {
  readonly accepted: boolean;
  readonly onAccept: (accepted: boolean) => void;
}

/** Before private data is stored for the first time: encrypted, or knowingly not. */
export function AskForPassphrase({ accepted, onAccept }: AskForPassphraseProps) {
  return (
    <Notice tone="warn" live>
      <p>
        <strong>This pack is private, and what is stored here is not encrypted.</strong> Whoever can open this
        browser profile could read it. <Link href={ROUTES.data}>Set a passphrase first</Link>, then choose the
        file again.
      </p>
      <Check
        label="Store it unencrypted: it is public, or nobody else uses this browser profile"
        checked={accepted}
        onChange={onAccept}
      />
    </Notice>
  );
}
