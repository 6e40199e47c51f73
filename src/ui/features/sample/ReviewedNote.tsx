import { useMemo, useState } from 'react';
import type { Place } from '../../../app/review/review-contract.ts';
import type { SampleDetail } from '../../../app/services.ts';
import { currentEdits, type RunReviews } from '../../../core/review/run-reviews.ts';
import type { EditDraft } from '../../../core/review/edit.ts';
import type { StoredRun } from '../../../storage/contract.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { NoteView } from '../../components/note/NoteView.tsx';
import { useEditDraft, useReviews } from '../../queries/review.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { EditVersions } from './EditVersions.tsx';
import { HARM_WORDS } from './harm-words.ts';
import { NoteEditor } from './NoteEditor.tsx';
import { formatMinutes } from '../../i18n/minutes.ts';
import { useSampleKeys } from './sample-keys.ts';
import { useNoteMarks } from './use-note-marks.ts';

interface ReviewedNoteProps {
  readonly detail: SampleDetail;
  readonly run: StoredRun | null;
  readonly place: Place;
}

type Editing = { readonly draft: EditDraft | null };

/** The note with what people did to it: edits until they would sign, marks on the audit. */
export function ReviewedNote({ detail, run, place }: ReviewedNoteProps) {
  const reviews = useReviews(place.runId);
  const draft = useEditDraft(place.runId, place.key);
  const [editing, setEditing] = useState<Editing | null>(null);
  const letterKeys = useUiStore((state) => state.letterKeys);
  const own = useMemo(() => ofRecord(reviews.data, place.key), [reviews.data, place.key]);
  const rater = lastName(reviews.data);
  const { output } = detail.record;
  // A recorded run comes with the page: there is nothing of it in this browser's store to hang a review on.
  const canKeep = run !== null && run.recorded !== true;
  const canEdit = canKeep && output !== null && output !== '' && reviews.isSuccess;
  const marks = useNoteMarks(place, own.overrides, rater);
  const begin = () => {
    // What another tab or the last autosave left, not what was read when the page was opened.
    draft.refetch().then(
      ({ data }) => setEditing({ draft: data ?? null }),
      () => undefined,
    );
  };
  const actions = useMemo(() => {
    if (!canEdit || editing !== null) return {};
    return { e: () => document.querySelector<HTMLElement>('[data-edit]')?.click() };
  }, [canEdit, editing]);
  useSampleKeys(letterKeys, actions);

  return (
    <>
      {reviews.isError && <ErrorNotice error={reviews.error} />}
      {run?.recorded === true && (
        <p className="muted small">
          This run came with the page. Run a model here to edit its notes and to correct the audit.
        </p>
      )}
      {canEdit && editing === null && (
        <div className="row no-print">
          <button type="button" className="primary" data-edit="" onClick={begin}>
            {draft.data === null || draft.data === undefined
              ? own.edits.length === 0
                ? 'Edit until you would sign it'
                : 'Edit again'
              : `Continue your edit (${formatMinutes(draft.data.activeMs)} so far)`}
          </button>
          <Signed edits={own.edits} />
        </div>
      )}
      <NoteView
        detail={detail}
        {...(canKeep ? { marks } : {})}
        {...(editing === null || output === null
          ? {}
          : {
              editor: (
                <NoteEditor
                  place={place}
                  output={output}
                  draft={editing.draft}
                  rater={rater}
                  onDone={() => {
                    setEditing(null);
                    draft.refetch().catch(() => undefined);
                  }}
                />
              ),
            })}
      />
      {output !== null && <EditVersions place={place} edits={own.edits} output={output} />}
    </>
  );
}

function Signed({ edits }: { readonly edits: RunReviews['edits'] }) {
  return currentEdits(edits).map(({ id, edit }) => (
    <span key={id}>
      <span translate="no">{edit.rater}</span> {edit.wouldSign ? 'would sign' : 'would not sign'} after{' '}
      {formatMinutes(edit.activeMs)}; harm: {HARM_WORDS[edit.harm].toLowerCase()}.
    </span>
  ));
}

function ofRecord(reviews: RunReviews | undefined, key: string): Pick<RunReviews, 'edits' | 'overrides'> {
  const here = <T extends { readonly recordKey: string }>(all: readonly T[] = []) =>
    all.filter(({ recordKey }) => recordKey === key);
  return { edits: here(reviews?.edits), overrides: here(reviews?.overrides) };
}

/** Who reviewed last is most likely who reviews now. */
function lastName(reviews: RunReviews | undefined): string {
  const names = [
    ...(reviews?.edits ?? []).map(({ createdAt, edit }) => ({ createdAt, name: edit.rater })),
    ...(reviews?.overrides ?? []).map(({ createdAt, override }) => ({ createdAt, name: override.who })),
  ];
  return names.sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1)).at(-1)?.name ?? '';
}
