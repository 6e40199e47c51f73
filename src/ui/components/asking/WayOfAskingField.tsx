import type { PackShape } from '../../../core/packs/pack-shape.ts';
import { refusalOf } from '../../../app/run/ways-of-asking.ts';
import type { WayOfAsking } from '../../../app/services.ts';
import { SOLVER_GROUPS } from '../../../core/contracts.ts';
import { Field } from '../Field.tsx';
import { GROUP_WORDS, REFUSAL_WORDS } from './way-words.ts';

interface WayOfAskingFieldProps {
  readonly ways: readonly WayOfAsking[];
  readonly chosen: string;
  /** Null while it is being read. */
  readonly shape: PackShape | null;
  readonly onChange: (id: string) => void;
}

/** How the model is made to answer. What this pack cannot be asked is there, and says why. */
export function WayOfAskingField({ ways, chosen, shape, onChange }: WayOfAskingFieldProps) {
  return (
    <Field label="Way of asking" hint={ways.find(({ id }) => id === chosen)?.description}>
      {({ id, hintId }) => (
        <select
          id={id}
          aria-describedby={hintId}
          value={chosen}
          onChange={(event) => onChange(event.target.value)}
        >
          {SOLVER_GROUPS.map((group) => (
            <optgroup key={group} label={GROUP_WORDS[group]}>
              {ways
                .filter((way) => way.group === group)
                .map((way) => {
                  // The number format follows the way of asking, so it is no reason against one here.
                  const refusal = shape === null ? null : refusalOf(way, shape, {}, true);
                  const why = refusal === null || refusal === 'few-samples' ? null : REFUSAL_WORDS[refusal];
                  return (
                    <option key={way.id} value={way.id} disabled={why !== null}>
                      {way.title}
                      {why === null ? '' : ` (${why})`}
                    </option>
                  );
                })}
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  );
}
