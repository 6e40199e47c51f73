import type { AuditCount } from '../../../core/contracts.ts';
import {
  MEASURED_ON,
  MEASURED_PRECISION,
  MEASURED_RECALL,
  type MeasuredRecall,
} from '../../../core/scorers/audit/measured-recall.ts';
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
        The transcript audit checked {sum(({ stated }) => stated)} statements of this note and{' '}
        {sum(({ said }) => said)} of the transcript. It does not see every error: in notes of two published
        systems it pointed at {reachWords(recallOf('any'))} of the sentences with an error, and at{' '}
        {reachWords(recallOf('missed'))} of what was left out. Of its flags, {reachWords(MEASURED_PRECISION)}{' '}
        were in a sentence with an error.
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
        <p className="muted">
          Measured on {MEASURED_ON.encounters} visits, {MEASURED_ON.sentences} sentences ({MEASURED_ON.source}
          ), labelled by {MEASURED_ON.labels}. 95 % intervals by visit.
        </p>
      </details>
    </div>
  );
}

function recallOf(category: MeasuredRecall['category']): MeasuredRecall | undefined {
  return MEASURED_RECALL.find((one) => one.category === category);
}

function percent(value: number): string {
  return String(Math.round(value * 100));
}

function pointsAt(measured: MeasuredRecall | undefined): string {
  return measured === undefined || measured.n === 0
    ? 'How many of such errors it points at could not be measured: there were none.'
    : `Points at ${reachWords(measured)} of such errors.`;
}

/** "54 % (47 to 61, n 212)" */
function reachWords(measured: MeasuredRecall | undefined): string {
  if (measured === undefined || measured.value === null) return 'not measured (n 0)';
  const { value, low, high, n } = measured;
  const interval = low === null || high === null ? '' : `${percent(low)} to ${percent(high)}, `;
  return `${percent(value)} % (${interval}n ${n})`;
}
