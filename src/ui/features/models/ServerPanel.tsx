import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type FormEvent } from 'react';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Field } from '../../components/Field.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Panel } from '../../components/Panel.tsx';
import { useServices } from '../../services-context.ts';
import { useToasts } from '../../state/toast-store.ts';

/** Models on the servers that this build was made with. Nothing is asked of a server until a button that names it. */
export function ServerPanel({ allowed }: { readonly allowed: readonly string[] }) {
  const { models } = useServices();
  const client = useQueryClient();
  const show = useToasts((state) => state.show);
  const [origin, setOrigin] = useState(allowed[0] ?? '');
  const [key, setKey] = useState('');
  const ask = useMutation({
    mutationFn: async () => ({ origin, names: await (await models.servers()).ask(origin, key) }),
  });
  const add = useMutation({
    mutationFn: async (name: string) => (await models.servers()).add(ask.data?.origin ?? origin, name),
    onSuccess: async (entry) => {
      await client.invalidateQueries({ queryKey: ['models'] });
      show({ text: `${entry.title}: it can be chosen on the Run page.` });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate();
  };
  return (
    <Panel title="Models on a server">
      <Notice tone="warn">
        <p>
          <strong>A model on a server is not on this device.</strong> Every prompt of a run is sent to it. Its
          results carry that on every page and in every export, and a pack of your own is sent only when you
          agree to it for that run.
        </p>
      </Notice>
      <form onSubmit={submit} className="stack">
        <Field label="Server" hint="Fixed when this page was built; others cannot be added here.">
          {({ id, hintId }) => (
            <select
              id={id}
              aria-describedby={hintId}
              value={origin}
              onChange={(event) => setOrigin(event.currentTarget.value)}
            >
              {allowed.map((each) => (
                <option key={each}>{each}</option>
              ))}
            </select>
          )}
        </Field>
        <Field
          label="Key"
          hint="Only if the server asks for one. Kept until this tab is closed, never stored."
        >
          {({ id, hintId }) => (
            <input
              id={id}
              type="password"
              autoComplete="off"
              spellCheck={false}
              translate="no"
              aria-describedby={hintId}
              value={key}
              onChange={(event) => setKey(event.currentTarget.value)}
            />
          )}
        </Field>
        <div className="row">
          <button type="submit" disabled={ask.isPending}>
            Ask {origin} which models it has
          </button>
        </div>
      </form>
      {ask.isPending && <p role="status">Asking {origin} …</p>}
      {ask.isError && <ErrorNotice error={ask.error} />}
      {ask.isSuccess && (
        <Served
          key={ask.data.origin}
          names={ask.data.names}
          busy={add.isPending}
          onAdd={(name) => add.mutate(name)}
        />
      )}
      {add.isError && <ErrorNotice error={add.error} />}
    </Panel>
  );
}

interface ServedProps {
  readonly names: readonly string[];
  readonly busy: boolean;
  readonly onAdd: (name: string) => void;
}

function Served({ names, busy, onAdd }: ServedProps) {
  const [name, setName] = useState(names[0] ?? '');
  const id = useId();
  if (names.length === 0) return <p role="status">It answered, and has no model.</p>;
  return (
    <div className="row">
      <label htmlFor={id}>Model</label>
      <select id={id} translate="no" value={name} onChange={(event) => setName(event.currentTarget.value)}>
        {names.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
      <button type="button" disabled={busy} onClick={() => onAdd(name)}>
        Offer it for runs
      </button>
    </div>
  );
}
