import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { Place } from '../../../app/review/review-contract.ts';
import { wordDistance } from '../../../core/review/edit-distance.ts';
import { HARMS, type EditDraft, type Harm } from '../../../core/review/edit.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Field } from '../../components/Field.tsx';
import { PlainInput } from '../../components/PlainInput.tsx';
import { formatMinutes } from '../../i18n/minutes.ts';
import { useServices } from '../../services-context.ts';
import { useToasts } from '../../state/toast-store.ts';
import { HARM_WORDS } from './harm-words.ts';
import { useActiveTime } from './use-active-time.ts';
import { useAutosave } from './use-autosave.ts';
import { useUndoText } from './use-undo-text.ts';
import css from './NoteEditor.module.css';

interface NoteEditorProps {
  readonly place: Place;
  /** The note as the model wrote it. */
  readonly output: string;
  readonly draft: EditDraft | null;
  readonly rater: string;
  readonly onDone: () => void;
}

/** Edit until you would sign it: the text, the minutes it takes, and what the person thinks of the draft. */
export function NoteEditor({ place, output, draft, rater, onDone }: NoteEditorProps) {
  const services = useServices();
  const history = useUndoText(draft?.text ?? output);
  const { text } = history;
  const [wouldSign, setWouldSign] = useState(draft?.wouldSign ?? null);
  const [harm, setHarm] = useState<Harm | null>(draft?.harm ?? null);
  const [reason, setReason] = useState(draft?.reason ?? '');
  const [name, setName] = useState(draft?.rater ?? rater);
  const time = useActiveTime(draft?.activeMs ?? 0);
  const kept = { schemaVersion: 1, text, wouldSign, harm, reason, rater: name } as const;
  const autosave = useAutosave(place, kept, time.now);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => box.current?.focus(), []);

  const sign = useMutation({
    mutationFn: async () => {
      if (wouldSign === null || harm === null) return;
      autosave.stop();
      const review = await services.review();
      await review.sign(place, {
        text,
        activeMs: time.now(),
        wouldSign,
        harm,
        reason: reason.trim(),
        rater: name.trim(),
      });
    },
    onSuccess: () => {
      useToasts.getState().show({ text: 'Your edit is kept.' });
      onDone();
    },
    onError: autosave.goOn,
  });
  const discard = useMutation({
    mutationFn: async () => {
      autosave.stop();
      return (await services.review()).discardDraft(place);
    },
    onSuccess: (discarded) => {
      useToasts
        .getState()
        .show({ text: 'Your edit was discarded.', action: { label: 'Undo', run: () => discarded.undo() } });
      onDone();
    },
    onError: autosave.goOn,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    sign.mutate();
  };
  const pause = () => {
    autosave.save().then(onDone, onDone);
  };
  const { steps, of } = wordDistance(output, text);

  return (
    <form className={css['editor']} onSubmit={submit}>
      <p className={css['status']}>
        <span>
          <strong>{formatMinutes(time.ms)}</strong> {time.paused ? 'paused' : 'active'}
        </span>
        <span>
          {steps} of {of} words changed
        </span>
        <span role="status">
          {autosave.state.kind === 'kept'
            ? 'Kept in this browser'
            : autosave.state.kind === 'waiting'
              ? 'Keeping …'
              : 'Not kept'}
        </span>
      </p>
      {autosave.state.kind === 'failed' && <ErrorNotice error={autosave.state.error} />}
      <label className={css['label']}>
        <span className="visually-hidden">The note, to be edited until you would sign it</span>
        <textarea
          ref={box}
          className={css['text']}
          dir="auto"
          spellCheck={false}
          translate="no"
          autoComplete="off"
          value={text}
          onChange={(event) => history.type(event.target.value)}
        />
      </label>
      <div className="row">
        <button type="button" disabled={!history.canUndo} onClick={history.undo}>
          Undo
        </button>
        <button type="button" disabled={text === output} onClick={() => history.replace(output)}>
          Back to the model’s text
        </button>
      </div>
      <fieldset>
        <legend>Would you sign it as it stands now?</legend>
        <div className="row">
          {([true, false] as const).map((answer) => (
            <Radio
              key={String(answer)}
              name="would-sign"
              label={answer ? 'Yes' : 'No'}
              checked={wouldSign === answer}
              onChoose={() => setWouldSign(answer)}
            />
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend>Harm, had the model’s text been signed unread</legend>
        <div className="row">
          {HARMS.map((each) => (
            <Radio
              key={each}
              name="harm"
              label={HARM_WORDS[each]}
              checked={harm === each}
              onChoose={() => setHarm(each)}
            />
          ))}
        </div>
      </fieldset>
      <Field label={harm === 'minor' || harm === 'major' ? 'What the harm would be' : 'Remark (optional)'}>
        {({ id }) => (
          <PlainInput
            id={id}
            value={reason}
            onChange={setReason}
            required={harm === 'minor' || harm === 'major'}
          />
        )}
      </Field>
      <Field label="Your name" hint="Stands beside your edit, here and in the ratings file.">
        {({ id, hintId }) => (
          <PlainInput id={id} value={name} onChange={setName} required describedBy={hintId} />
        )}
      </Field>
      {sign.isError && <ErrorNotice error={sign.error} />}
      {discard.isError && <ErrorNotice error={discard.error} />}
      <div className="row">
        <button type="submit" className="primary" disabled={sign.isPending || discard.isPending}>
          Done: keep this edit
        </button>
        <button type="button" onClick={pause}>
          Pause
        </button>
        <button
          type="button"
          className="danger"
          disabled={sign.isPending || discard.isPending}
          onClick={() => discard.mutate()}
        >
          Discard
        </button>
      </div>
      <p className="muted small">
        Minutes stand still when you stop for a minute or leave the tab. Nothing leaves this browser.
      </p>
    </form>
  );
}

interface RadioProps {
  readonly name: string;
  readonly label: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
}

/** Asked for by the form: a review without an answer is none. */
function Radio({ name, label, checked, onChoose }: RadioProps) {
  return (
    <label className={css['radio']}>
      <input type="radio" name={name} required checked={checked} onChange={onChoose} />
      <span>{label}</span>
    </label>
  );
}
