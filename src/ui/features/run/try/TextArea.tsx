interface TextAreaProps {
  readonly id: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly className: string | undefined;
  readonly describedBy?: string | undefined;
  readonly required?: boolean;
}

/** Patient text: not checked, translated, completed or remembered by the browser. */
export function TextArea({ id, value, onChange, className, describedBy, required = false }: TextAreaProps) {
  return (
    <textarea
      id={id}
      className={className}
      dir="auto"
      spellCheck={false}
      translate="no"
      autoComplete="off"
      required={required}
      aria-describedby={describedBy}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
