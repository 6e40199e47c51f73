import { useState } from 'react';
import type { JudgeCorrection, JudgeRoles } from '../../../core/stats/agreement/judge-correction.ts';
import { Field } from '../../components/Field.tsx';

interface JudgeCorrectionViewProps {
  readonly raters: readonly string[];
  /** Ratings that occur, any of which may be the one that counts. */
  readonly categories: readonly string[];
  readonly found: JudgeCorrection | null;
  readonly onChange: (roles: JudgeRoles | null) => void;
}

const MAX_CATEGORIES = 30;

/** A judge's rate corrected for its errors, which a reference rater on a part of the items shows. */
export function JudgeCorrectionView({ raters, categories, found, onChange }: JudgeCorrectionViewProps) {
  const [first = '', second = ''] = raters;
  const [roles, setRoles] = useState<JudgeRoles>({
    judge: first,
    reference: second,
    positive: categories.includes('1') ? '1' : (categories.at(-1) ?? ''),
  });
  if (raters.length < 2 || categories.length === 0 || categories.length > MAX_CATEGORIES) return null;
  const select = (label: string, key: keyof JudgeRoles, options: readonly string[]) => (
    <Field label={label}>
      {({ id }) => (
        <select
          id={id}
          value={roles[key]}
          onChange={(event) => {
            const next = { ...roles, [key]: event.currentTarget.value };
            setRoles(next);
            if (found !== null) onChange(next.judge === next.reference ? null : next);
          }}
        >
          {options.map((option) => (
            <option key={option} value={option}>
              {option}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
  return (
    <details open={found !== null}>
      <summary>Correct a judge’s rate</summary>
      <div className="stack">
        <p className="muted small">
          Where a person rated a part of the items too, the judge’s sensitivity and specificity are known
          there, and its rate on the other items can be corrected (Rogan and Gladen). It holds only if the
          items that both rated are a fair sample of their kind.
        </p>
        <div className="row">
          {select('Judge', 'judge', raters)}
          {select('Reference', 'reference', raters)}
          {select('Rating that counts', 'positive', categories)}
          <button type="button" disabled={roles.judge === roles.reference} onClick={() => onChange(roles)}>
            Correct
          </button>
        </div>
        {roles.judge === roles.reference && <p className="muted">Judge and reference must be two raters.</p>}
        {found !== null && <Corrected {...found} />}
      </div>
    </details>
  );
}

function Corrected({ judge, reference, positive, counts, corrected }: JudgeCorrection) {
  const calibrated = `${counts.sensitivity.n} items that are “${positive}” and ${counts.specificity.n} that are not, by ${reference}`;
  if (corrected.kind === 'not-applicable')
    return (
      <p role="status">
        Corrected rate: n/a, {corrected.words} (judged {counts.judged.n}; calibration: {calibrated}).
      </p>
    );
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  return (
    <p role="status">
      {judge} gave “{positive}” to {percent(corrected.apparent)} of {counts.judged.n} items. Corrected:{' '}
      <strong>{percent(corrected.value)}</strong>
      {corrected.low !== null &&
        corrected.high !== null &&
        ` (95 % interval ${percent(corrected.low)} to ${percent(corrected.high)})`}
      , with a sensitivity of {percent(corrected.sensitivity)} and a specificity of{' '}
      {percent(corrected.specificity)} on {calibrated}.
      {corrected.unreliable !== undefined && ' Fewer than 20 calibration items of a kind: a rough guide.'}
    </p>
  );
}
