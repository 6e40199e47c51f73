import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Downloads, HubOffer } from '../../../app/models/download-state.ts';
import type { HubRecord } from '../../../core/models/hub-catalog.ts';
import type { HubVariant } from '../../../core/models/hub-variants.ts';
import { pinnedVariant, variantOfRecord } from '../../../core/models/pinned-files.ts';
import { Check, Field } from '../../components/Field.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ModalDialog } from '../../components/ModalDialog.tsx';
import { Notice } from '../../components/Notice.tsx';
import { PairList } from '../../components/PairList.tsx';
import { formatBytes, plural } from '../../i18n/format.ts';
import { useToasts } from '../../state/toast-store.ts';
import { OfferedFit } from './OfferedFit.tsx';
import { WHY_WORDS } from './download-words.ts';

interface HubOfferDialogProps {
  readonly offer: HubOffer | null;
  readonly record: HubRecord | null;
  readonly downloads: Downloads;
  readonly onClose: () => void;
}

/** Consent: who is asked, for what, how much, and under which licence. Nothing is fetched before. */
export function HubOfferDialog({ offer, record, downloads, onClose }: HubOfferDialogProps) {
  return (
    <ModalDialog open={offer !== null} title={offer === null ? '' : offer.title} onClose={onClose}>
      {offer !== null &&
        (offer.variants.length === 0 ? (
          <Nothing offer={offer} onClose={onClose} />
        ) : (
          <Consent offer={offer} record={record} downloads={downloads} onClose={onClose} />
        ))}
    </ModalDialog>
  );
}

function Nothing({ offer, onClose }: { readonly offer: HubOffer; readonly onClose: () => void }) {
  return (
    <>
      <Notice tone="warn">
        <p>
          <strong>There is nothing in this repository that can run here.</strong>{' '}
          {offer.why !== null && WHY_WORDS[offer.why]}
        </p>
      </Notice>
      <div>
        <button type="button" onClick={onClose}>
          Close
        </button>
      </div>
    </>
  );
}

function Consent({
  offer,
  record,
  downloads,
  onClose,
}: Omit<HubOfferDialogProps, 'offer'> & { readonly offer: HubOffer }) {
  const { listing, variants } = offer;
  const wanted = record === null ? firstChoice(variants) : variantOfRecord(variants, record);
  const [at, setAt] = useState(Math.max(0, wanted));
  const [agreed, setAgreed] = useState(false);
  const variant = variants[at];
  const start = useMutation({
    mutationFn: async (chosen: HubVariant) => {
      const pinned = record === null || at !== wanted ? chosen : pinnedVariant(chosen, record);
      await downloads.start(offer, pinned);
    },
    onSuccess: () => {
      useToasts
        .getState()
        .show({ text: `${offer.title} is being downloaded; the list shows how far it is.` });
      onClose();
    },
  });
  if (variant === undefined) return null;
  const here = offer.here.includes(variant.dtype);
  const tooLarge = variant.bytes !== null && offer.freeBytes !== null && variant.bytes > offer.freeBytes;
  const licence = listing.licence ?? record?.licence ?? 'not said by the hub: look at its page';
  return (
    <>
      <Field label="Number format">
        {({ id }) => (
          <select id={id} value={at} onChange={(event) => setAt(Number(event.currentTarget.value))}>
            {variants.map((each, index) => (
              <option key={each.files.at(-1)?.path ?? index} value={index}>
                {each.dtype} · {each.bytes === null ? 'size not told' : formatBytes(each.bytes)}
                {each.needsShaderF16 ? ' · 16-bit graphics' : ''}
              </option>
            ))}
          </select>
        )}
      </Field>
      {record !== null && wanted < 0 && (
        <Notice tone="warn">
          <p>The format of the catalogue, {record.dtype}, is no longer there. Choose another.</p>
        </Notice>
      )}
      <PairList
        pairs={[
          { label: 'From', value: `${offer.host}, and the hosts it hands large files to` },
          { label: 'Repository', value: <span translate="no">{listing.repository}</span> },
          { label: 'Commit', value: <code translate="no">{listing.revision}</code> },
          {
            label: 'Download',
            value: `${variant.bytes === null ? 'size not told by the hub' : formatBytes(variant.bytes)} in ${plural(variant.files.length, 'file')}`,
          },
          {
            label: 'Room in this browser',
            value: offer.freeBytes === null ? 'not told' : formatBytes(offer.freeBytes),
          },
          {
            label: 'Licence',
            value: (
              <>
                {licence}{' '}
                <span className="muted small">
                  (terms:{' '}
                  <span translate="no">{listing.licenceUrl ?? record?.termsUrl ?? offer.pageUrl}</span>)
                </span>
              </>
            ),
          },
        ]}
      />
      <details>
        <summary>{plural(variant.files.length, 'file')}</summary>
        <ul className="small">
          {variant.files.map((file) => (
            <li key={file.path}>
              <span translate="no">{file.path}</span>{' '}
              <span className="muted">
                {file.bytes === null ? 'size not told' : formatBytes(file.bytes)},{' '}
                {file.sha256 === null && file.gitSha1 === null
                  ? 'no hash to check against; its own is recorded'
                  : 'checked against the hub’s hash'}
              </span>
            </li>
          ))}
        </ul>
      </details>
      <OfferedFit offer={offer} variant={variant} downloads={downloads} />
      {listing.gated && (
        <Notice tone="warn">
          <p>
            <strong>Its owner gives the files only to people who signed in and accepted the terms.</strong>{' '}
            This page has no account, so the download will probably be refused. Get the files on the hub’s own
            page, then choose their folder here.
          </p>
        </Notice>
      )}
      {tooLarge && (
        <Notice tone="warn">
          <p>
            This browser has less room than the download takes. Free some first, or choose a smaller format.
          </p>
        </Notice>
      )}
      <p className="small muted">
        The files stay in this browser until you delete them here, erase everything, or the browser drops
        them: it may when the disk is nearly full and it did not agree to keep them.
      </p>
      <Check label="I may use this model under its licence." checked={agreed} onChange={setAgreed} />
      {start.isError && <ErrorNotice error={start.error} />}
      <div className="row">
        <button
          type="button"
          className="primary"
          disabled={!agreed || here || start.isPending}
          onClick={() => start.mutate(variant)}
        >
          Download from {offer.host}
        </button>
        <button type="button" onClick={onClose}>
          Not now
        </button>
        {here && <span className="muted">This format is here already, or in the list of downloads.</span>}
      </div>
    </>
  );
}

/** What most laptops run: four bits without 16-bit graphics, else the smallest. */
function firstChoice(variants: readonly HubVariant[]): number {
  const usual = variants.findIndex(({ dtype }) => dtype === 'q4' || dtype === 'Q4_K_M');
  if (usual >= 0) return usual;
  const sizes = variants.map(({ bytes }) => bytes ?? Infinity);
  return sizes.indexOf(Math.min(...sizes));
}
