import type { MeasurementLevel } from '../../../core/stats/agreement/ratings-table.ts';
import { Field } from '../Field.tsx';

const LEVEL_WORDS: Readonly<Record<MeasurementLevel, string>> = {
  nominal: 'Categories without an order',
  ordinal: 'Grades in an order',
  interval: 'Measurements with distances',
};

interface LevelChoiceProps {
  readonly level: MeasurementLevel;
  /** Why it was taken for this one. */
  readonly reason: string;
  readonly onChange: (level: MeasurementLevel) => void;
}

/** How ratings are measured: it decides which coefficients have a meaning. */
export function LevelChoice({ level, reason, onChange }: LevelChoiceProps) {
  return (
    <Field label="The ratings are" hint={`${reason.replace(/^./u, (first) => first.toUpperCase())}.`}>
      {({ id, hintId }) => (
        <select
          id={id}
          aria-describedby={hintId}
          value={level}
          onChange={(event) => onChange(event.currentTarget.value as MeasurementLevel)}
        >
          {Object.entries(LEVEL_WORDS).map(([each, words]) => (
            <option key={each} value={each}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
