import { useId, type ReactNode } from 'react';
import css from './Field.module.css';

interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly children: (ids: { readonly id: string; readonly hintId: string | undefined }) => ReactNode;
}

/** A label above its control, with the hint tied to it. */
export function Field({ label, hint, children }: FieldProps) {
  const id = useId();
  const hintId = hint === undefined ? undefined : `${id}-hint`;
  return (
    <div className={css['field']}>
      <label htmlFor={id}>{label}</label>
      {children({ id, hintId })}
      {hint !== undefined && (
        <div id={hintId} className={css['hint']}>
          {hint}
        </div>
      )}
    </div>
  );
}

interface CheckProps {
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly type?: 'checkbox' | 'radio';
  readonly name?: string;
  readonly disabled?: boolean;
}

/** A checkbox or radio with its whole label as the target. */
export function Check({ label, checked, onChange, type = 'checkbox', name, disabled = false }: CheckProps) {
  return (
    <label className={css['check']}>
      <input
        type={type}
        name={name}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  );
}
