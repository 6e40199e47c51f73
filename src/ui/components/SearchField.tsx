import { Field } from './Field.tsx';

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Id of the text that says how many were found. */
  readonly describedBy?: string;
}

/** Search among samples; what is typed may be patient text, so the browser keeps its hands off it. */
export function SearchField({ label, value, onChange, describedBy }: SearchFieldProps) {
  return (
    <Field label={label}>
      {({ id }) => (
        <input
          id={id}
          type="search"
          spellCheck={false}
          translate="no"
          autoComplete="off"
          dir="auto"
          aria-describedby={describedBy}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
