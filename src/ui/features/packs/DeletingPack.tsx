import { useId } from 'react';
import type { PackEntry } from '../../../app/services.ts';
import { plural } from '../../i18n/format.ts';
import type { PackDeletion } from './use-pack-deletion.ts';

/** Nothing while nothing is deleted. */
export function DeletingPack({
  pack,
  deletion,
}: {
  readonly pack: PackEntry;
  readonly deletion: PackDeletion;
}) {
  const id = useId();
  const { kept } = deletion;
  if (kept === null) return null;
  return (
    <div className="stack small">
      <span role="status" id={id}>
        Deleting: a copy is made first, so that it can be undone.
      </span>
      <span>
        {kept.toLocaleString('en')} of {plural(pack.samples, 'sample')}
      </span>
      <progress aria-labelledby={id} max={Math.max(1, pack.samples)} value={kept} />
      <div>
        <button type="button" onClick={deletion.stop}>
          Keep the pack<span className="visually-hidden"> {pack.header.title}</span>
        </button>
      </div>
    </div>
  );
}
