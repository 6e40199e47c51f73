import type { Catalog } from '../../../app/services.ts';
import { Check } from '../../components/Field.tsx';
import css from './ScorerFields.module.css';

interface ScorerFieldsProps {
  readonly catalog: Catalog;
  readonly chosen: readonly string[];
  readonly onChange: (scorers: readonly string[]) => void;
}

export function ScorerFields({ catalog, chosen, onChange }: ScorerFieldsProps) {
  return (
    <fieldset>
      <legend>Scorers</legend>
      <div className={css['scorers']}>
        {catalog.scorers
          .filter(({ needs }) => needs !== 'encodings')
          .map((scorer) => (
            <Check
              key={scorer.id}
              label={
                <>
                  {scorer.title}
                  {scorer.description !== '' && <span className={css['about']}>{scorer.description}</span>}
                </>
              }
              checked={chosen.includes(scorer.id)}
              onChange={(on) =>
                onChange(on ? [...chosen, scorer.id] : chosen.filter((id) => id !== scorer.id))
              }
            />
          ))}
      </div>
      <p className="muted small">
        You can score a finished run again with other scorers, without running the model; there a text encoder
        or a vocabulary of your own can be chosen as well.
      </p>
    </fieldset>
  );
}
