import { useState, type FormEvent } from 'react';
import { Field } from '../Field.tsx';
import { isFlag, type AuditItem } from './note-audit.ts';
import type { NoteMarks } from './note-marks.ts';
import { PlainInput } from '../PlainInput.tsx';
import css from './Marks.module.css';

interface NotAnErrorProps {
  readonly item: AuditItem;
  readonly marks: NoteMarks;
}

/** One flag's correction: marked as no error with who and why, shown and taken back in the same place. */
export function NotAnError({ item, marks }: NotAnErrorProps) {
  const [open, setOpen] = useState(false);
  if (item.added !== null) {
    const { id, override } = item.added;
    return (
      <Verdict
        words="Missed by the audit"
        who={override.who}
        why={override.why}
        onUndo={() => marks.onUnmark(id)}
      />
    );
  }
  if (!isFlag(item.outcome)) return null;
  const { outcome } = item;
  return (
    <>
      {item.cleared.map(({ id, override }) => (
        <Verdict
          key={id}
          words="Not an error"
          who={override.who}
          why={override.why}
          onUndo={() => marks.onUnmark(id)}
        />
      ))}
      {open ? (
        <WhyForm
          rater={marks.rater}
          onCancel={() => setOpen(false)}
          onSave={(why, who) => {
            marks.onMark({
              schemaVersion: 1,
              verdict: 'not-an-error',
              flag: item.id,
              outcome,
              text: item.label.slice(0, 2_000),
              who,
              why,
            });
            setOpen(false);
          }}
        />
      ) : (
        item.cleared.length === 0 && (
          <button type="button" className={`quiet ${css['small']}`} onClick={() => setOpen(true)}>
            Not an error …<span className="visually-hidden"> {item.label}</span>
          </button>
        )
      )}
    </>
  );
}

interface VerdictProps {
  readonly words: string;
  readonly who: string;
  readonly why: string;
  readonly onUndo: () => void;
}

function Verdict({ words, who, why, onUndo }: VerdictProps) {
  return (
    <p className={css['verdict']}>
      <strong>{words}</strong> says <span translate="no">{who}</span>:{' '}
      <span translate="no" dir="auto">
        {why}
      </span>{' '}
      <button type="button" className={`quiet ${css['small']}`} onClick={onUndo}>
        Take back<span className="visually-hidden"> {words.toLowerCase()}</span>
      </button>
    </p>
  );
}

interface WhyFormProps {
  readonly rater: string;
  readonly onSave: (why: string, who: string) => void;
  readonly onCancel: () => void;
}

function WhyForm({ rater, onSave, onCancel }: WhyFormProps) {
  const [why, setWhy] = useState('');
  const [who, setWho] = useState(rater);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave(why.trim(), who.trim());
  };
  return (
    <form className={css['form']} onSubmit={submit}>
      <Field label="Why it is not an error">
        {({ id }) => <PlainInput id={id} value={why} onChange={setWhy} required focus />}
      </Field>
      <Field label="Your name">
        {({ id }) => <PlainInput id={id} value={who} onChange={setWho} required />}
      </Field>
      <div className="row">
        <button type="submit" className="primary">
          Save
        </button>
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}
