import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorNotice } from './ErrorNotice.tsx';
import { Field } from './Field.tsx';
import { ModalDialog } from './ModalDialog.tsx';
import { Notice } from './Notice.tsx';
import { Panel } from './Panel.tsx';
import { isActive, useQueue } from '../queries/live.ts';
import { useServices } from '../services-context.ts';
import { useUiStore } from '../state/ui-store.ts';

const WORD = 'erase';

/** Erases in two steps and then says what the browser still lists, rather than that it worked. */
export function ErasePanel() {
  const { data } = useServices();
  const client = useQueryClient();
  const { live } = useQueue();
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState('');
  const close = () => {
    setAsking(false);
    setTyped('');
  };
  const erase = useMutation({
    mutationFn: async () => {
      useUiStore.getState().setTheme('system');
      return data.eraseAll();
    },
    onSuccess: () => client.resetQueries(),
    onSettled: close,
  });
  const busy = isActive(live?.phase);
  return (
    <Panel title="Erase everything">
      <p>
        Removes every run, every imported pack, every setting and the offline copy of this page from this
        browser, then checks what is left. Files you exported are not touched.
      </p>
      {busy && <p>A run is going on. Stop it first.</p>}
      <div>
        <button
          type="button"
          className="danger"
          disabled={busy || erase.isPending}
          onClick={() => setAsking(true)}
        >
          Erase everything …
        </button>
      </div>
      {erase.isError && <ErrorNotice error={erase.error} />}
      {erase.isSuccess && <Report remaining={erase.data.remaining} erased={erase.data.erased} />}
      <ModalDialog title="Erase everything?" open={asking} onClose={close}>
        <p>This cannot be undone.</p>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (typed.trim().toLowerCase() === WORD) erase.mutate();
          }}
        >
          <Field label={`Type “${WORD}” to confirm`}>
            {({ id }) => (
              <input
                id={id}
                spellCheck={false}
                translate="no"
                autoComplete="off"
                autoCapitalize="none"
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
              />
            )}
          </Field>
          <div className="row">
            <button
              type="submit"
              className="danger"
              disabled={typed.trim().toLowerCase() !== WORD || erase.isPending}
            >
              Erase everything
            </button>
            <button type="button" onClick={close}>
              Keep everything
            </button>
          </div>
        </form>
      </ModalDialog>
    </Panel>
  );
}

function Report({ erased, remaining }: { readonly erased: boolean; readonly remaining: readonly string[] }) {
  if (erased && remaining.length === 0) {
    return (
      <Notice tone="ok" live>
        <p>
          <strong>Erased and checked.</strong> The browser lists no database, cache or stored setting of this
          page any more.
        </p>
      </Notice>
    );
  }
  return (
    <Notice tone="warn" live>
      <p>
        <strong>Not everything is gone.</strong> The browser still lists:
      </p>
      <ul>
        {remaining.map((item) => (
          <li key={item} translate="no">
            {item}
          </li>
        ))}
      </ul>
      <p>
        Close other tabs of this page and erase again, or clear the site data in the browser’s own settings.
      </p>
    </Notice>
  );
}
