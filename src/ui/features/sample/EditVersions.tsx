import { lazy, Suspense, useState } from 'react';
import type { Place } from '../../../app/review/review-contract.ts';
import type { KeptEdit } from '../../../core/review/run-reviews.ts';
import { Panel } from '../../components/Panel.tsx';
import { deleteWithUndo } from '../../components/use-delete-run.ts';
import { formatDateTime } from '../../i18n/format.ts';
import { formatMinutes } from '../../i18n/minutes.ts';
import { useServices } from '../../services-context.ts';
import { HARM_WORDS } from './harm-words.ts';

const EditDiff = lazy(() => import('./EditDiff.tsx').then((m) => ({ default: m.EditDiff })));

interface EditVersionsProps {
  readonly place: Place;
  readonly edits: readonly KeptEdit[];
  readonly output: string;
}

/** Every edit of this note, newest first; the last of each person counts. */
export function EditVersions({ place, edits, output }: EditVersionsProps) {
  if (edits.length === 0) return null;
  return (
    <Panel title={edits.length === 1 ? 'Edit' : `Edits (${edits.length})`}>
      <ul>
        {[...edits].reverse().map((kept) => (
          <li key={kept.id}>
            <Version kept={kept} place={place} output={output} />
          </li>
        ))}
      </ul>
      {edits.length > 1 && <p className="muted small">The last edit of each person counts in the results.</p>}
    </Panel>
  );
}

function Version({ kept, place, output }: Omit<EditVersionsProps, 'edits'> & { readonly kept: KeptEdit }) {
  const services = useServices();
  const [open, setOpen] = useState(false);
  const { edit } = kept;
  return (
    <div className="stack">
      <p>
        <strong translate="no">{edit.rater}</strong>, {formatDateTime(kept.createdAt)}:{' '}
        {edit.wouldSign ? 'would sign it' : 'would not sign it'} after {formatMinutes(edit.activeMs)} active,{' '}
        {edit.words.steps} of {edit.words.of} words and {edit.characters.steps} characters changed. Harm of
        the model’s text: {HARM_WORDS[edit.harm].toLowerCase()}
        {edit.reason !== '' && (
          <>
            {' '}
            (<span dir="auto">{edit.reason}</span>)
          </>
        )}
        .
      </p>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>The edited note, with what was changed</summary>
        {open && (
          <Suspense fallback={<p className="muted">Comparing …</p>}>
            <EditDiff from={output} to={edit.text} />
          </Suspense>
        )}
      </details>
      <div className="no-print">
        <button
          type="button"
          onClick={() =>
            deleteWithUndo(
              async () => (await services.review()).removeEdit(place, kept.id),
              `Edit of ${edit.rater} removed.`,
            )
          }
        >
          Remove<span className="visually-hidden"> the edit of {edit.rater}</span>
        </button>
      </div>
    </div>
  );
}
