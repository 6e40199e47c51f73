import type { Provenance } from '../../core/packs/pack.ts';
import { GENERATED_NOTICE, PROVENANCE_WORDS } from '../i18n/words.ts';
import css from './Provenance.module.css';

/** Where the content came from; stands beside every score. Generated packs always carry the same sentence. */
export function ProvenanceNote({ provenance }: { readonly provenance: Provenance | null }) {
  if (provenance === null) {
    return (
      <p className={css['note']}>
        The pack is no longer stored, so where its content came from cannot be shown.
      </p>
    );
  }
  const { kind, statement, review } = provenance;
  const said = statement
    .toLowerCase()
    .includes('the generator that trained this model also wrote these visits');
  return (
    <p className={css['note']}>
      <span className={css[kind]}>{PROVENANCE_WORDS[kind]}</span>{' '}
      {kind === 'generated' && !said && <strong>{GENERATED_NOTICE} </strong>}
      {kind === 'generated' && said ? <strong>{statement}</strong> : statement}
      {review !== undefined && ` Review: ${review}.`}
    </p>
  );
}

export function ProvenanceTag({ kind }: { readonly kind: Provenance['kind'] }) {
  return <span className={css[kind]}>{PROVENANCE_WORDS[kind]}</span>;
}
