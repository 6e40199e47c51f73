import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { Loading } from '../../../components/Loading.tsx';
import { Page } from '../../../components/Page.tsx';
import { useChoices } from '../use-choices.ts';
import { EarlierVisits } from './EarlierVisits.tsx';
import { TryForm } from './TryForm.tsx';
import { useStoredVisitDraft } from './use-visit-draft.ts';

/** One pasted transcript: a note, its audit, and an editor, without making a pack first. */
export function TryPage() {
  const state = useChoices();
  const draft = useStoredVisitDraft();
  return (
    <Page title="Try one visit">
      <p>
        Paste what was said, press one button, and read the note beside it with everything the audit does not
        find in the transcript. No reference note is needed. The text is stored in this browser only, until
        you delete it.
      </p>
      {state.kind === 'error' && <ErrorNotice error={state.error} />}
      {draft.isError && <ErrorNotice error={draft.error} />}
      {(state.kind === 'loading' || draft.isPending) && <Loading what="models and this device" lines={6} />}
      {state.kind === 'ready' && !draft.isPending && (
        <TryForm choices={state.choices} draft={draft.data ?? null} />
      )}
      <EarlierVisits />
    </Page>
  );
}
