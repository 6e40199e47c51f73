import { useState } from 'react';
import type { ImportPreview } from '../../../app/services.ts';
import { Field } from '../../components/Field.tsx';
import { VisibleText } from '../../components/VisibleText.tsx';
import { type ColumnMapping, LEFT_OUT, USES, mappingOf, mappingProblem, usesOf } from './column-choices.ts';
import css from './ColumnMap.module.css';

type Columns = NonNullable<ImportPreview['columns']>;
type AnswersFrom = 0 | 1 | undefined;

export interface SaidOfColumns {
  readonly map: ColumnMapping;
  readonly answersFrom: AnswersFrom;
}

interface ColumnMapProps {
  readonly columns: Columns;
  readonly answersFrom: AnswersFrom;
  readonly onRead: (said: SaidOfColumns) => void;
  /** Forgets what was said of these columns. */
  readonly onGuess: () => void;
}

const FROM: Readonly<Record<Columns['from'], string>> = {
  guessed: 'Guessed from the names of the columns: look whether each is what you mean.',
  remembered: 'As you said for an earlier file with the same columns.',
  chosen: 'As you chose. It is remembered for files with the same columns once this one is imported.',
};

/** Every column of the file with what stands in it, and what it is used as. */
export function ColumnMap({ columns, answersFrom, onRead, onGuess }: ColumnMapProps) {
  const names = columns.found.map(({ name }) => name);
  const [uses, setUses] = useState(() => usesOf(names, columns.fields));
  const [counting, setCounting] = useState<AnswersFrom>(answersFrom);
  const problem = mappingProblem(uses);
  // Opened for whoever has to do something here; closed by a person only, not by the last choice that was missing.
  const [open, setOpen] = useState(columns.from === 'chosen' || problem !== null);
  const has = (use: string) => [...uses.values()].includes(use);
  const asksNumber = has('answer') && (has('choices') || has('choice_a'));
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Which column is which</summary>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          onRead({ map: mappingOf(uses), answersFrom: asksNumber ? counting : undefined });
        }}
      >
        <p className="muted small">{FROM[columns.from]}</p>
        <div className={css['map']}>
          {columns.found.map(({ name, example }) => (
            <Field
              key={name}
              label={name}
              hint={
                example === '' ? (
                  'Empty in the first rows.'
                ) : (
                  <span translate="no" dir="auto" className={css['example']}>
                    <VisibleText text={example} />
                  </span>
                )
              }
            >
              {({ id, hintId }) => (
                <select
                  id={id}
                  aria-describedby={hintId}
                  value={uses.get(name) ?? LEFT_OUT}
                  onChange={(event) => setUses(new Map([...uses, [name, event.target.value]]))}
                >
                  {USES.map((use) => (
                    <option key={use.id} value={use.id}>
                      {use.label}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          ))}
          {asksNumber && (
            <Field
              label="Where the right answer is a number"
              hint="Letters and the text of a choice are understood by themselves."
            >
              {({ id, hintId }) => (
                <select
                  id={id}
                  aria-describedby={hintId}
                  value={counting ?? ''}
                  onChange={(event) =>
                    setCounting(event.target.value === '' ? undefined : event.target.value === '0' ? 0 : 1)
                  }
                >
                  <option value="">Do not guess: report the row</option>
                  <option value="0">The first choice is 0</option>
                  <option value="1">The first choice is 1</option>
                </select>
              )}
            </Field>
          )}
        </div>
        <p role="status" className={problem === null ? 'visually-hidden' : ''}>
          {problem}
        </p>
        <div className="row">
          <button type="submit" disabled={problem !== null}>
            Read with these columns
          </button>
          {columns.from !== 'guessed' && (
            <button type="button" onClick={onGuess}>
              Guess again
            </button>
          )}
        </div>
      </form>
    </details>
  );
}
