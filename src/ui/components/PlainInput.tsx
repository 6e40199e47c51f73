import { useEffect, useRef } from 'react';

interface PlainInputProps {
  readonly id: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly required?: boolean;
  /** Takes the focus when it appears, because the person asked for it. */
  readonly focus?: boolean;
  readonly describedBy?: string | undefined;
}

/** A line of text about a patient or a person: not checked, translated, completed or remembered by the browser. */
export function PlainInput({
  id,
  value,
  onChange,
  required = false,
  focus = false,
  describedBy,
}: PlainInputProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focus) input.current?.focus();
  }, [focus]);
  return (
    <input
      ref={input}
      id={id}
      type="text"
      dir="auto"
      spellCheck={false}
      translate="no"
      autoComplete="off"
      maxLength={2_000}
      required={required}
      // A name or reason of spaces alone is none.
      pattern={required ? '.*\\S.*' : undefined}
      aria-describedby={describedBy}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
