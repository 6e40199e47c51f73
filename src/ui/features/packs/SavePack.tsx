import { useState } from 'react';
import type { PackEntry } from '../../../app/services.ts';
import { toAppError } from '../../../core/errors.ts';
import { saveBlob } from '../../components/save-blob.ts';
import { ERROR_WORDS } from '../../i18n/errors.ts';
import { useServices } from '../../services-context.ts';
import { useToasts } from '../../state/toast-store.ts';

/** The pack as one file of lines, which this page, the command line and another browser import again. */
export function SavePack({ pack }: { readonly pack: PackEntry }) {
  const { packs } = useServices();
  const [busy, setBusy] = useState(false);
  const { show } = useToasts.getState();
  const save = () => {
    setBusy(true);
    packs
      .file(pack.header.id)
      .then(
        (file) => {
          const name = `${pack.header.id}.jsonl`;
          saveBlob(file, name);
          const words =
            pack.header.private === true
              ? ' It is not encrypted: keep it where patient text may be kept.'
              : '';
          show({ text: `${name} was handed to the browser’s downloads.${words}` });
        },
        (thrown: unknown) => {
          const words = ERROR_WORDS[toAppError(thrown).code];
          show({ text: `${words.title}. ${words.next}` });
        },
      )
      .finally(() => setBusy(false));
  };
  return (
    <button type="button" disabled={busy} onClick={save}>
      {busy ? 'Writing the file …' : 'Save as a file'}
    </button>
  );
}
