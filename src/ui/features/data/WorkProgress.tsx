interface WorkProgressProps {
  readonly what: string;
  readonly part: number;
  readonly onCancel: () => void;
}

/** How far long work is, with the way out of it. */
export function WorkProgress({ what, part, onCancel }: WorkProgressProps) {
  return (
    <div className="stack">
      <label className="stack">
        <span>
          {what}: {Math.floor(part * 100)} %
        </span>
        <progress max={1} value={part} />
      </label>
      <div>
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </div>
  );
}
