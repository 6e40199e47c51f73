import type { DraftState as State } from './use-visit-draft.ts';

/** Whether what is typed would survive closing the page. */
export function DraftState({ state, isEmpty }: { readonly state: State; readonly isEmpty: boolean }) {
  if (isEmpty && state.kind !== 'failed') return <span role="status" />;
  return (
    <span className="muted small" role="status">
      {state.kind === 'kept' ? 'Kept in this browser' : state.kind === 'waiting' ? 'Keeping …' : 'Not kept'}
    </span>
  );
}
