import { useState, type FormEvent } from 'react';
import { AUDIT_CATEGORIES, type AuditCategory } from '../../../core/contracts.ts';
import { FLAG_OUTCOMES, type FlagOutcome } from '../../../core/review/audit-override.ts';
import type { SourceLine } from '../../../core/review/closest-lines.ts';
import { OUTCOME_WORDS } from '../../i18n/words.ts';
import { Field } from '../Field.tsx';
import { PlainInput } from '../PlainInput.tsx';
import { findWords } from './find-words.ts';
import { AUDIT_CATEGORY_WORDS } from './note-audit.ts';
import type { NoteMarks } from './note-marks.ts';
import { selectedWords, type Selected } from './selected-words.ts';
import css from './Marks.module.css';

interface AddMissedErrorProps {
  readonly marks: NoteMarks;
  readonly note: string | null;
  readonly lines: readonly SourceLine[];
}

/** An error that the audit did not see, by its words: selected in the note or the transcript, or typed. */
export function AddMissedError(props: AddMissedErrorProps) {
  const [selected, setSelected] = useState<Selected | null>(null);
  if (selected === null) {
    return (
      <button type="button" onClick={() => setSelected(selectedWords())}>
        Add an error it missed …
      </button>
    );
  }
  return <MissedForm {...props} selected={selected} onClose={() => setSelected(null)} />;
}

interface MissedFormProps extends AddMissedErrorProps {
  readonly selected: Selected;
  readonly onClose: () => void;
}

function MissedForm({ marks, note, lines, selected, onClose }: MissedFormProps) {
  const [words, setWords] = useState(selected.words);
  const [outcome, setOutcome] = useState<FlagOutcome>(selected.in === 'transcript' ? 'missed' : 'invented');
  const [category, setCategory] = useState<AuditCategory | 'other'>('other');
  const [why, setWhy] = useState('');
  const [who, setWho] = useState(marks.rater);
  const place = findWords(words, note, lines, outcome === 'missed' ? 'transcript' : 'note');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (place === null) return;
    const kept = { text: words.trim(), place, who: who.trim(), why: why.trim() };
    marks.onMark({ schemaVersion: 1, verdict: 'missed-by-audit', outcome, category, ...kept });
    onClose();
  };
  return (
    <form className={css['form']} onSubmit={submit} aria-label="An error that the audit missed">
      <Field label="Its words" hint={placeWords(words, place)}>
        {({ id, hintId }) => (
          <PlainInput id={id} value={words} onChange={setWords} required focus describedBy={hintId} />
        )}
      </Field>
      <Field label="What is wrong">
        {({ id }) => (
          <select
            id={id}
            value={outcome}
            onChange={(event) =>
              setOutcome(FLAG_OUTCOMES.find((one) => one === event.target.value) ?? outcome)
            }
          >
            {FLAG_OUTCOMES.map((one) => (
              <option key={one} value={one}>
                {OUTCOME_WORDS[one].word}: {OUTCOME_WORDS[one].meaning.toLowerCase()}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="About">
        {({ id }) => (
          <select
            id={id}
            value={category}
            onChange={(event) =>
              setCategory(AUDIT_CATEGORIES.find((one) => one === event.target.value) ?? 'other')
            }
          >
            {[...AUDIT_CATEGORIES, 'other' as const].map((one) => (
              <option key={one} value={one}>
                {AUDIT_CATEGORY_WORDS[one]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="Why it is an error">
        {({ id }) => <PlainInput id={id} value={why} onChange={setWhy} required />}
      </Field>
      <Field label="Your name">
        {({ id }) => <PlainInput id={id} value={who} onChange={setWho} required />}
      </Field>
      <div className="row">
        <button type="submit" className="primary" disabled={place === null}>
          Add
        </button>
        <button type="button" onClick={onClose}>
          Cancel
        </button>
      </div>
    </form>
  );
}

function placeWords(words: string, place: ReturnType<typeof findWords>): string {
  if (words.trim() === '')
    return 'Select them in the note or the transcript before you press the button, or type them.';
  if (place === null) return 'These words are neither in the note nor in one line of the transcript.';
  return place.in === 'note' ? 'Found in the note.' : `Found in line ${place.line} of the transcript.`;
}
