import type { HashProgress } from '../../../app/models/hash-files.ts';
import { formatBytes } from '../../i18n/format.ts';

export function HashBar({ progress }: { readonly progress: HashProgress }) {
  const { file, doneBytes, totalBytes } = progress;
  return (
    <label className="stack small">
      <span>
        Reading and hashing: {formatBytes(doneBytes)} of {formatBytes(totalBytes)}{' '}
        <span className="muted" translate="no">
          {file}
        </span>
      </span>
      <progress max={Math.max(1, totalBytes)} value={doneBytes} />
    </label>
  );
}
