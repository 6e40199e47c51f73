import type { StoredRun } from '../../../storage/contract.ts';
import { Notice } from '../../components/Notice.tsx';
import { formatDateTime, shortHash } from '../../i18n/format.ts';

/** Not like for like: which packs, and why their scores cannot stand beside each other. */
export function RefusedComparison({ runs }: { readonly runs: readonly StoredRun[] }) {
  const ids = new Set(runs.map(({ header }) => header.pack.id));
  return (
    <Notice tone="warn" live>
      <p>
        <strong>These runs cannot be compared.</strong>{' '}
        {ids.size > 1
          ? 'They are runs of different packs, so there are no shared samples.'
          : 'They are runs of one pack at two contents: it was changed between them (its seal differs), so a difference could come from the samples.'}{' '}
        Choose runs with the same pack and seal, or run the model again on the other pack.
      </p>
      <ul>
        {runs.map(({ header }) => (
          <li key={header.id}>
            {header.model.title} ({header.model.dtype}), {formatDateTime(header.createdAt)}:{' '}
            {header.pack.title} {header.pack.version}, seal{' '}
            <code title={header.pack.sha256}>{shortHash(header.pack.sha256)}</code>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
