import type { StoredRun } from '../../storage/contract.ts';
import { isCancelled, toAppError } from '../../core/errors.ts';
import { ERROR_WORDS } from '../i18n/errors.ts';
import { useServices } from '../services-context.ts';
import { useToasts } from '../state/toast-store.ts';

/** Deletes and offers to take it back. */
export function useDeleteRun(): (run: StoredRun) => void {
  const { runs } = useServices();
  return (run) =>
    deleteWithUndo(() => runs.remove(run.header.id), `Run of ${run.header.pack.title} deleted.`);
}

export function deleteWithUndo(remove: () => Promise<{ undo: () => Promise<void> }>, text: string): void {
  const { show } = useToasts.getState();
  remove().then(
    (removed) => show({ text, action: { label: 'Undo', run: () => removed.undo() } }),
    (thrown: unknown) => {
      if (isCancelled(toAppError(thrown))) return show({ text: 'Nothing was deleted.' });
      const words = ERROR_WORDS[toAppError(thrown).code];
      show({ text: `${words.title}. ${words.next}` });
    },
  );
}
