import { Field } from '../../components/Field.tsx';
import { useVocabularies } from '../../queries/stored.ts';
import css from './VocabularyChoice.module.css';

interface VocabularyChoiceProps {
  /** Null: the lexicon that comes with the page. */
  readonly chosen: string | null;
  readonly disabled: boolean;
  readonly onChange: (id: string | null) => void;
}

/** Shown only where there is something to choose. */
export function VocabularyChoice({ chosen, disabled, onChange }: VocabularyChoiceProps) {
  const vocabularies = useVocabularies();
  const items = vocabularies.data ?? [];
  if (items.length === 0) return null;
  return (
    <Field label="Vocabulary for Concept F1" hint="Vocabularies are added on the Packs page.">
      {({ id, hintId }) => (
        <select
          id={id}
          className={css['choice']}
          aria-describedby={hintId}
          value={chosen ?? ''}
          disabled={disabled}
          onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
        >
          <option value="">Built-in lexicon</option>
          {items.map((item) => (
            <option key={item.id} value={item.id}>
              {item.name} ({item.terms} terms)
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
