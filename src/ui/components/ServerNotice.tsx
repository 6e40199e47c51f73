import type { RunHeader } from '../../core/contracts.ts';
import { sentWords, serverWords } from '../../core/run/server-words.ts';
import { Notice } from './Notice.tsx';

/** Nothing for a run on this device; otherwise it stands before the results, whatever page shows them. */
export function ServerNotice({ header }: { readonly header: Pick<RunHeader, 'runtime' | 'sentTo'> }) {
  const words = serverWords(header);
  if (words === null) return null;
  return (
    <Notice tone="warn">
      <p>
        <strong translate="no">{words}</strong> The text of the pack was sent{' '}
        <span translate="no">{sentWords(header) ?? 'there'}</span>. Weights, number format and truncation are
        the server’s own and are not known here.
      </p>
    </Notice>
  );
}
