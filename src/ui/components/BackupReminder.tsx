import { Link } from 'wouter';
import { plural } from '../i18n/format.ts';
import { useDismissReminder, useUnsaved } from '../queries/backup.ts';
import { ROUTES } from '../routes.ts';
import { Notice } from './Notice.tsx';

/** Much finished work lies in this browser profile alone. Says so once, and again when as much has come together. */
export function BackupReminder({ onDataPage = false }: { readonly onDataPage?: boolean }) {
  const unsaved = useUnsaved();
  const dismiss = useDismissReminder();
  if (unsaved.data?.remind !== true) return null;
  const { runs, samples } = unsaved.data;
  return (
    <Notice tone="warn">
      <p>
        <strong>
          {plural(runs, 'finished run')} with {plural(samples, 'answered sample')} {runs === 1 ? 'is' : 'are'}{' '}
          in no backup.
        </strong>{' '}
        They exist in this browser profile only and are lost with it.
      </p>
      <div className="row">
        {!onDataPage && (
          <Link href={ROUTES.data} className="button primary">
            Back up on Data &amp; privacy
          </Link>
        )}
        <button type="button" disabled={dismiss.isPending} onClick={() => dismiss.mutate()}>
          Not now
        </button>
      </div>
    </Notice>
  );
}
