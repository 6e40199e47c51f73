import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { Downloads, HubOffer } from '../../../app/models/download-state.ts';
import type { HubRecord } from '../../../core/models/hub-catalog.ts';
import { HUB } from '../../../core/network/hub-hosts.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Field } from '../../components/Field.tsx';
import { Panel } from '../../components/Panel.tsx';
import { HubCatalogList } from './HubCatalogList.tsx';
import { HubOfferDialog } from './HubOfferDialog.tsx';

interface Asked {
  readonly typed: string;
  /** Set when a record of the catalogue was chosen. */
  readonly record: HubRecord | null;
}

/** Models of the hub: typed, or chosen from the catalogue. Nothing is asked of it until a button that names it. */
export function HubPanel({ downloads }: { readonly downloads: Downloads }) {
  const [typed, setTyped] = useState('');
  const [offer, setOffer] = useState<(Asked & { readonly offer: HubOffer }) | null>(null);
  const ask = useMutation({
    mutationFn: async (asked: Asked) => ({ ...asked, offer: await downloads.ask(asked.typed) }),
    onSuccess: setOffer,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate({ typed, record: null });
  };
  const askFor = (record: HubRecord) => {
    const at = record.revision === null ? '' : `@${record.revision}`;
    ask.mutate({ typed: `${record.repository}${at}`, record });
  };
  return (
    <Panel title={`Get a model from ${HUB.host}`}>
      <p>
        Asking tells {HUB.host} which model you are interested in, and this device’s network address; nothing
        else. No patient text can go there: the worker that downloads sees none, and may reach the hub only
        while a question or a download goes on.
      </p>
      <form onSubmit={submit} className="stack">
        <Field
          label="Model"
          hint="Owner and name, or the address of its page: onnx-community/Qwen3-0.6B-ONNX"
        >
          {({ id, hintId }) => (
            <div className="row">
              <input
                id={id}
                type="text"
                size={36}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                translate="no"
                required
                aria-describedby={hintId}
                value={typed}
                onChange={(event) => setTyped(event.currentTarget.value)}
              />
              <button type="submit" disabled={ask.isPending}>
                Ask {HUB.host}
              </button>
            </div>
          )}
        </Field>
      </form>
      {ask.isPending && <p role="status">Asking {HUB.host} what it holds …</p>}
      {ask.isError && <ErrorNotice error={ask.error} />}
      <HubCatalogList busy={ask.isPending} onAsk={askFor} />
      <HubOfferDialog
        key={offer === null ? 'none' : `${offer.typed} ${offer.offer.listing.revision}`}
        offer={offer?.offer ?? null}
        record={offer?.record ?? null}
        downloads={downloads}
        onClose={() => setOffer(null)}
      />
    </Panel>
  );
}
