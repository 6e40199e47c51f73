import type { PackEntry, RunRequest } from '../../../app/services.ts';
import { Check } from '../../components/Field.tsx';
import { Notice } from '../../components/Notice.tsx';
import { plural } from '../../i18n/format.ts';
import { requestedSamples, type Draft } from './request.ts';
import css from './DeviceFields.module.css';

interface ServerFieldsProps {
  readonly server: string;
  readonly pack: PackEntry | undefined;
  readonly packs: readonly PackEntry[];
  readonly request: RunRequest;
  readonly onChange: (part: Draft) => void;
}

/** In place of the device, for a model on a server: where the text goes, and the agreement that a pack of one's own needs. */
export function ServerFields({ server, pack, packs, request, onChange }: ServerFieldsProps) {
  const samples = plural(requestedSamples(request, packs), 'sample');
  return (
    <fieldset className={css['device']}>
      <legend>Device</legend>
      <Notice tone="warn">
        <p>
          <strong>Not on this device.</strong> The text of {samples} leaves this device and is sent to{' '}
          <span translate="no">{server}</span>, which may keep it.{' '}
          {pack?.bundled === true && 'This pack came with the page: it holds nothing of any patient.'}
        </p>
      </Notice>
      {pack !== undefined && !pack.bundled && (
        <Check
          label={
            <>
              I agree for this run: the text of “{pack.header.title}”
              {pack.header.private === true && ', which is marked as private,'} is sent to{' '}
              <span translate="no">{server}</span>, and I may do this with these data.
            </>
          }
          checked={request.sendTo === server}
          onChange={(on) =>
            onChange({ agreed: on ? { packId: pack.header.id, server } : { packId: '', server: '' } })
          }
        />
      )}
    </fieldset>
  );
}
