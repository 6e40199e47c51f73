/** The reviews of a run as a table of ratings that a spreadsheet can open and `bedside agree` reads (its long form). */
import { csvText } from '../exports/csv-cells.ts';
import { HARMS } from './edit.ts';
import { currentEdits, type KeptEdit } from './run-reviews.ts';

/** `rating` is the harm as a grade, 0 none to 2 major: the column that agreement is computed on. */
const HEADER = ['rater', 'sample', 'minutes', 'distance', 'would_sign', 'harm', 'reason', 'rating'] as const;

/** The last version of each person for each note. `distance` counts words inserted, deleted or replaced. */
export function reviewRatings(edits: readonly KeptEdit[], sampleOf: (recordKey: string) => string): string {
  const rows = currentEdits(edits).map(({ recordKey, edit }) => [
    edit.rater,
    sampleOf(recordKey),
    (edit.activeMs / 60_000).toFixed(2),
    edit.words.steps,
    edit.wouldSign ? 'yes' : 'no',
    edit.harm,
    edit.reason,
    HARMS.indexOf(edit.harm),
  ]);
  return csvText([HEADER, ...rows]);
}
