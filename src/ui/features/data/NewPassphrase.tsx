import { useState } from 'react';
import { Field } from '../../components/Field.tsx';

const MIN_CHARS = 12;

/** Twice the same and long enough, or it is not told. There is no way back from a forgotten one, and that is said here. */
export function NewPassphrase({ onChange }: { readonly onChange: (passphrase: string | null) => void }) {
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const change = (a: string, b: string) => {
    setFirst(a);
    setSecond(b);
    onChange(a === b && a.length >= MIN_CHARS ? a : null);
  };
  const problem =
    first !== '' && first.length < MIN_CHARS
      ? `At least ${MIN_CHARS} characters; several words are easiest.`
      : second !== '' && first !== second
        ? 'The two are not the same yet.'
        : '';
  return (
    <>
      <Field
        label="Passphrase of the backup"
        hint="Forgotten means lost: nobody, not even the authors of this page, can open the file without it."
      >
        {({ id, hintId }) => (
          <input
            id={id}
            type="password"
            spellCheck={false}
            translate="no"
            autoComplete="new-password"
            aria-describedby={hintId}
            value={first}
            onChange={(event) => change(event.target.value, second)}
          />
        )}
      </Field>
      <Field label="The same again">
        {({ id }) => (
          <input
            id={id}
            type="password"
            spellCheck={false}
            translate="no"
            autoComplete="new-password"
            value={second}
            onChange={(event) => change(first, event.target.value)}
          />
        )}
      </Field>
      <p role="status" className="muted small">
        {problem}
      </p>
    </>
  );
}
