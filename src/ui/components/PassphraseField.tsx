import { useState } from 'react';
import { Check, Field } from './Field.tsx';

interface PassphraseFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  /** The one thing to do on this page. */
  readonly focused?: boolean;
  /** Shown or hidden together with another one. */
  readonly shownWith?: boolean;
  readonly onShow?: (shown: boolean) => void;
}

/** Hidden as it is typed, unless asked for: long passphrases are easily mistyped. */
export function PassphraseField(props: PassphraseFieldProps) {
  const { label, value, onChange, hint, focused = false, shownWith, onShow } = props;
  const [own, setOwn] = useState(false);
  const shown = shownWith ?? own;
  return (
    <div>
      <Field label={label} hint={hint}>
        {({ id, hintId }) => (
          <input
            id={id}
            aria-describedby={hintId}
            type={shown ? 'text' : 'password'}
            // eslint-disable-next-line jsx-a11y/no-autofocus -- a locked page has nothing else on it
            autoFocus={focused}
            spellCheck={false}
            translate="no"
            autoComplete="off"
            autoCapitalize="none"
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
      {shownWith === undefined && (
        <Check
          label={`Show ${label.toLowerCase()}`}
          checked={own}
          onChange={(next) => {
            setOwn(next);
            onShow?.(next);
          }}
        />
      )}
    </div>
  );
}
