import type { AuditCount } from '../../../core/contracts.ts';
import { MEASURED_PRECISION, type MeasuredRecall } from '../../../core/scorers/audit/measured-recall.ts';
import { measuredOnWords, reachWords, recallOf } from '../../../core/scorers/audit/reach-words.ts';
import { plural } from '../../i18n/format.ts';
import { categoryWords } from './note-audit.ts';

interface AuditReachProps {
  /** What could be checked in this note and its transcript. */
  readonly checked: readonly AuditCount[];
}

/** What the transcript audit looked at here, and what it finds of errors elsewhere: without it a clean result says too much. */
export function AuditReach({ checked }: AuditReachProps) {
  const sum = (count: (one: AuditCount) => number) => checked.reduce((total, one) => total + count(one), 0);
  return (
    <div className="small">
      <p className="muted">
        The transcript audit checked{' '}
        {plural(
          sum(({ stated }) => stated),
          'statement',
        )}{' '}
        of this note and {sum(({ said }) => said)} of the transcript. It reads English, and it does not see
        every error: in notes of two published systems it pointed at {reachWords(recallOf('any'))} of the
        sentences with an error, and at {reachWords(recallOf('missed'))} of what was left out. Of its flags,{' '}
        {reachWords(MEASURED_PRECISION)} were in a sentence with an error.
      </p>
      <details>
        <summary>By kind of statement</summary>
        <ul>
          {checked.map(({ category, stated, unsupported, said, missed }) => (
            <li key={category}>
              <strong>{categoryWords(category)}:</strong> {stated} in the note, {unsupported} unsupported;{' '}
              {said} in the transcript, {missed} missed. {pointsAt(recallOf(category))}
            </li>
          ))}
        </ul>
        <p className="muted">Measured on {measuredOnWords}.</p>
      </details>
    </div>
  );
}

function pointsAt(measured: MeasuredRecall | undefined): string {
  return measured === undefined || measured.n === 0
    ? 'How many of such errors it points at could not be measured: there were none.'
    : `Points at ${reachWords(measured)} of such errors.`;
}
