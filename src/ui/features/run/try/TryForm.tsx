import { useMutation } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState, type FormEvent } from 'react';
import { Link } from 'wouter';
import type { VisitDraft } from '../../../../app/services.ts';
import { readVisitText } from '../../../../core/importers/visit-text.ts';
import { DropZone } from '../../../components/DropZone.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { Field } from '../../../components/Field.tsx';
import { FileButton } from '../../../components/FileButton.tsx';
import { Notice } from '../../../components/Notice.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { PlainInput } from '../../../components/PlainInput.tsx';
import { isActive, useQueue } from '../../../queries/live.ts';
import { useVault } from '../../../queries/vault.ts';
import { ROUTES } from '../../../routes.ts';
import { useServices } from '../../../services-context.ts';
import { useToasts } from '../../../state/toast-store.ts';
import { DEMO_MODEL } from '../../../../core/models/demo-models.ts';
import type { Choices } from '../request.ts';
import { DraftState } from './DraftState.tsx';
import { TextArea } from './TextArea.tsx';
import { TurnPreview } from './TurnPreview.tsx';
import { lengthWarning, visitPack, visitRequest } from './visit-request.ts';
import { WritingNote } from './WritingNote.tsx';
import { textOfFile } from './text-of-file.ts';
import { useKeptDraft } from './use-visit-draft.ts';
import css from './TryPage.module.css';

/** Files that hold a transcript. */
const ACCEPT = '.txt,.md,.vtt,.docx';

const EMPTY: VisitDraft = { transcript: '', reference: '', title: '' };

interface TryFormProps {
  readonly choices: Choices;
  /** What was typed here before; null when nothing was. */
  readonly draft: VisitDraft | null;
}

export function TryForm({ choices, draft }: TryFormProps) {
  const services = useServices();
  const { live } = useQueue();
  const unsealed = useVault().kind === 'off';
  const [typed, setTyped] = useState(draft ?? EMPTY);
  const { transcript, reference, title } = typed;
  const type = (part: Partial<VisitDraft>) => setTyped((before) => ({ ...before, ...part }));
  const kept = useKeptDraft(typed);
  const [modelId, setModelId] = useState(
    choices.models.some(({ id }) => id === DEMO_MODEL) ? DEMO_MODEL : (choices.models[0]?.id ?? ''),
  );
  const [packId, setPackId] = useState<string | null>(null);
  const text = useDeferredValue(transcript);
  const visit = useMemo(() => readVisitText(text), [text]);
  const model = choices.models.find(({ id }) => id === modelId);
  const busy = isActive(live?.phase);

  const read = useMutation({
    mutationFn: (files: readonly File[]) => textOfFile(files, services),
    onSuccess: (found) => type({ transcript: found }),
  });
  const start = useMutation({
    mutationFn: async () => {
      const pack = visitPack({ title, transcript, reference });
      const stored = await services.packs.list();
      if (!stored.some(({ header }) => header.id === pack.id)) await services.packs.add(pack);
      const request = visitRequest(pack, modelId, choices);
      if (request === null) return;
      await services.queue.start([request]);
      setPackId(pack.id);
      await kept.forget();
    },
  });

  if (packId !== null && live !== null) {
    return <WritingNote packId={packId} onBack={() => setPackId(null)} />;
  }
  if (model === undefined) {
    return (
      <Notice tone="warn">
        <p>There is no model here yet. Add one on the Models page, then come back.</p>
      </Notice>
    );
  }
  const warning = lengthWarning(text, model.contextTokens);
  const clear = () => {
    setTyped(EMPTY);
    useToasts.getState().show({
      text: 'The text is discarded.',
      action: {
        label: 'Undo',
        run: () => {
          setTyped(typed);
          return kept.restore(typed);
        },
      },
    });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    start.mutate();
  };
  return (
    <Panel title="The visit">
      <form className="stack" onSubmit={submit}>
        <DropZone label="A file with the transcript" onFiles={(files) => read.mutate(files)}>
          <div className={css['text']}>
            <Field
              label="Transcript"
              hint="One line for each thing said, beginning with who says it: “D:”, “[doctor]”, “Doctor:”. Without speakers it works too."
            >
              {({ id, hintId }) => (
                <TextArea
                  id={id}
                  describedBy={hintId}
                  className={css['transcript']}
                  value={transcript}
                  onChange={(value) => type({ transcript: value })}
                  required
                />
              )}
            </Field>
          </div>
          <div className="row">
            <FileButton
              label="Open a text or Word file"
              accept={ACCEPT}
              onFiles={(files) => read.mutate(files)}
            />
            <span className="muted small">or drop one here</span>
          </div>
        </DropZone>
        {read.isPending && <p role="status">Reading the file …</p>}
        {read.isError && <ErrorNotice error={read.error} />}
        {unsealed && (
          <p className="muted">
            The visit and its note are stored in this browser, not encrypted.{' '}
            <Link href={ROUTES.data}>Set a passphrase first</Link> if others use it.
          </p>
        )}
        <TurnPreview visit={visit} />
        <div className={css['fields']}>
          <Field label="Model" hint={model.notice}>
            {({ id, hintId }) => (
              <select
                id={id}
                aria-describedby={hintId}
                value={modelId}
                onChange={(event) => setModelId(event.target.value)}
              >
                {choices.models.map((item) => (
                  <option key={item.id} value={item.id}>
                    {item.title}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label="Name of the visit (optional)" hint="No patient’s name: it is shown in lists.">
            {({ id, hintId }) => (
              <PlainInput
                id={id}
                describedBy={hintId}
                value={title}
                onChange={(value) => type({ title: value })}
              />
            )}
          </Field>
        </div>
        <details>
          <summary>A reference note to compare with (optional)</summary>
          <Field label="Reference note">
            {({ id }) => (
              <TextArea
                id={id}
                className={css['reference']}
                value={reference}
                onChange={(value) => type({ reference: value })}
              />
            )}
          </Field>
        </details>
        {warning !== null && (
          <Notice tone="warn" live>
            <p>{warning}</p>
          </Notice>
        )}
        {start.isError && <ErrorNotice error={start.error} />}
        {kept.state.kind === 'failed' && <ErrorNotice error={kept.state.error} />}
        <div className="row">
          <button type="submit" className="primary" disabled={start.isPending || transcript.trim() === ''}>
            {busy ? 'Write the note after the current run' : 'Write the note and audit it'}
          </button>
          <button type="button" disabled={Object.values(typed).every((part) => part === '')} onClick={clear}>
            Discard the text
          </button>
          <DraftState state={kept.state} isEmpty={transcript === ''} />
        </div>
      </form>
    </Panel>
  );
}
