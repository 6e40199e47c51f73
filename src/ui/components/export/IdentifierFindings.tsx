import type { IdentifierReport } from '../../../core/exports/identifier-scan.ts';
import { Notice } from '../Notice.tsx';
import { plural } from '../../i18n/format.ts';

const LISTED = 12;

/** Where something that looks like an identifier stands; not what it is, so that the notice itself names nobody. */
export function IdentifierFindings({ report }: { readonly report: IdentifierReport }) {
  return (
    <Notice tone="warn">
      <p>
        <strong>{plural(report.total, 'possible identifier')} in the text.</strong> The search finds some of
        them, never surely all. Read these samples before the file leaves:
      </p>
      <ul>
        {report.kinds.map(({ kind, found, samples }) => (
          <li key={kind}>
            {kind}: {found} in {plural(samples.length, 'sample')} (
            <span translate="no">{samples.slice(0, LISTED).join(', ')}</span>
            {samples.length > LISTED ? ', …' : ''})
          </li>
        ))}
      </ul>
    </Notice>
  );
}
