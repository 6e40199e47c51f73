interface TaskButtonsProps {
  readonly label: string;
  /** What the button says while it works. */
  readonly busyLabel: string;
  readonly busy: boolean;
  /** Something that is needed has not been chosen yet. */
  readonly disabled: boolean;
  readonly onStart: () => void;
  readonly onStop: () => void;
  readonly onClose: () => void;
}

/** The last row of a dialog that does something which takes a while: start it, stop it, or leave. */
export function TaskButtons({
  label,
  busyLabel,
  busy,
  disabled,
  onStart,
  onStop,
  onClose,
}: TaskButtonsProps) {
  return (
    <div className="row">
      <button type="button" className="primary" disabled={busy || disabled} onClick={onStart}>
        {busy ? busyLabel : label}
      </button>
      <button type="button" onClick={busy ? onStop : onClose}>
        {busy ? 'Stop' : 'Close'}
      </button>
    </div>
  );
}
