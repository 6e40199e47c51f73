import { useEffect, useState } from 'react';
import { formatDuration, plural } from '../../i18n/format.ts';
import type { Import } from './use-import.ts';

interface ImportBusyProps {
  readonly busy: NonNullable<Import['busy']>;
  readonly what: string;
  readonly onStop: () => void;
}

/** How far it is, how long it will take, and the way out. */
export function ImportBusy({ busy: { doing, progress }, what, onStop }: ImportBusyProps) {
  const [startedAt] = useState(() => performance.now());
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((performance.now() - startedAt) / 1000), 500);
    return () => clearInterval(timer);
  }, [startedAt]);
  const part = progress?.part ?? 0;
  const left = part > 0.02 && seconds > 2 ? (seconds / part) * (1 - part) : null;
  return (
    <div className="stack">
      <p role="status">
        {doing === 'reading' ? 'Reading' : 'Storing'} <span translate="no">{what}</span> …
      </p>
      <label className="stack">
        <span className="muted">
          {progress === null ? 'Beginning' : plural(progress.rows, 'row')}
          {left !== null && `, about ${formatDuration(left)} left`}
        </span>
        <progress max={1} value={part} />
      </label>
      <div className="row">
        <button type="button" onClick={onStop}>
          Cancel
        </button>
        <span className="muted small">
          {doing === 'reading' ? 'Nothing is stored yet.' : 'Cancelling leaves nothing of it behind.'}
        </span>
      </div>
    </div>
  );
}
