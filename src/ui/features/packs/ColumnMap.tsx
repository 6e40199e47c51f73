import { Field } from '../../components/Field.tsx';
import css from './ColumnMap.module.css';

export type ColumnMapping = Readonly<Record<string, string>>;

/** Sample fields a table of one's own can fill. Left empty, a column of the same name is used. */
const FIELDS: readonly { readonly id: string; readonly label: string; readonly hint: string }[] = [
  { id: 'id', label: 'Id', hint: 'A name for each row; row numbers otherwise.' },
  { id: 'input', label: 'Transcript or question', hint: 'What the model is given.' },
  { id: 'target', label: 'Reference', hint: 'The note or answer you would accept. Optional.' },
  { id: 'answer', label: 'Right answer', hint: 'For questions with choices.' },
  { id: 'cluster', label: 'Patient', hint: 'Rows of one patient are counted together.' },
];

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
      <form
        className={css['map']}
        onSubmit={(event) => {
          event.preventDefault();
          onRead();
        }}
      >
        {FIELDS.map((field) => (
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
