import { Field } from '../../components/Field.tsx';
import css from './ColumnMap.module.css';

export type ColumnMapping = Readonly<Record<string, string>>;

/** Sample fields that a table of one's own can fill. */
const FIELDS: readonly { readonly id: string; readonly label: string; readonly hint: string }[] = [
  { id: 'id', label: 'Id', hint: 'A name for each row; row numbers otherwise.' },
  { id: 'transcript', label: 'Transcript', hint: 'A visit, one turn per line.' },
  { id: 'question', label: 'Question', hint: 'Or any other text the model is to answer.' },
  { id: 'text', label: 'Text to read first', hint: 'A record or passage that belongs to the question.' },
  { id: 'target', label: 'Reference', hint: 'The note or answer you would accept. Optional.' },
  { id: 'answer', label: 'Right answer', hint: 'For questions with choices.' },
  { id: 'choices', label: 'Choices', hint: 'All choices in one column.' },
  { id: 'cluster', label: 'Patient', hint: 'Rows of one patient are counted together.' },
];
const CHOICES = ['a', 'b', 'c', 'd', 'e'].map((letter) => ({
  id: `choice_${letter}`,
  label: `Choice ${letter.toUpperCase()}`,
  hint: 'When each choice has a column of its own.',
}));

interface ColumnMapProps {
  readonly map: ColumnMapping;
  readonly onChange: (map: ColumnMapping) => void;
  readonly onRead: () => void;
}

export function ColumnMap({ map, onChange, onRead }: ColumnMapProps) {
  const change = (field: string, column: string) => {
    const rest = Object.entries(map).filter(([key]) => key !== field);
    onChange(Object.fromEntries(column === '' ? rest : [...rest, [field, column]]));
  };
  return (
    <details>
      <summary>Which column is which</summary>
      <p className="muted small">
        Leave all empty and columns with common names are recognised. Fill in one and only what you name is
        used.
      </p>
      <form
        className={css['map']}
        onSubmit={(event) => {
          event.preventDefault();
          onRead();
        }}
      >
        {[...FIELDS, ...CHOICES].map((field) => (
          <Field key={field.id} label={field.label} hint={field.hint}>
            {({ id, hintId }) => (
              <input
                id={id}
                aria-describedby={hintId}
                placeholder="Column name"
                spellCheck={false}
                translate="no"
                autoComplete="off"
                value={map[field.id] ?? ''}
                onChange={(event) => change(field.id, event.target.value)}
              />
            )}
          </Field>
        ))}
        <div>
          <button type="submit">Read again</button>
        </div>
      </form>
    </details>
  );
}
