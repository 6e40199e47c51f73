import { useMemo } from 'react';
import type { Place } from '../../../app/review/review-contract.ts';
import { toAppError } from '../../../core/errors.ts';
import type { KeptOverride } from '../../../core/review/run-reviews.ts';
import type { NoteMarks } from '../../components/note/note-marks.ts';
import { deleteWithUndo } from '../../components/use-delete-run.ts';
import { ERROR_WORDS } from '../../i18n/errors.ts';
import { useServices } from '../../services-context.ts';
import { useToasts } from '../../state/toast-store.ts';

/** Keeps and takes back a person's marks on the audit of one note. */
export function useNoteMarks(place: Place, overrides: readonly KeptOverride[], rater: string): NoteMarks {
  const services = useServices();
  const { runId, key } = place;
  return useMemo(
    () => ({
      overrides,
      rater,
      onMark: (override) => {
        services
          .review()
          .then((review) => review.mark({ runId, key }, override))
          .catch((thrown: unknown) => {
            const words = ERROR_WORDS[toAppError(thrown).code];
            useToasts.getState().show({ text: `${words.title}. ${words.next}` });
          });
      },
      onUnmark: (id) =>
        deleteWithUndo(
          async () => (await services.review()).unmark({ runId, key }, id),
          'The mark is taken back.',
        ),
    }),
    [services, runId, key, overrides, rater],
  );
}
