import { asSentence } from '../../core/packs/as-sentence.ts';
import type { Provenance } from '../../core/packs/pack.ts';
import { GENERATED_NOTICE, PROVENANCE_WORDS } from '../i18n/words.ts';
import css from './Provenance.module.css';

interface ProvenanceNoteProps {
  readonly provenance: Provenance | null;
  /** Only the first sentence, where several scores stand on one page. */
  readonly short?: boolean;
}

/** Where the content came from; stands beside every score. Generated packs always carry the same sentence. */
export function ProvenanceNote({ provenance, short = false }: ProvenanceNoteProps) {
  if (provenance === null) {
    return (
      <p className={css['note']}>
        The pack is no longer stored, so where its content came from cannot be shown.
      </p>
    );
  }
  const { kind, statement, review } = provenance;
  const said = statement.toLowerCase().includes(GENERATED_NOTICE.slice(0, -1).toLowerCase());
  const shown = short ? (/^.*?[.!?](?=\s|$)/s.exec(statement)?.[0] ?? statement) : statement;
  return (
    <p className={css['note']}>
      <span className={css[kind]}>{PROVENANCE_WORDS[kind]}</span>{' '}
      {kind === 'generated' && !said && <strong>{GENERATED_NOTICE} </strong>}
      {kind === 'generated' && said ? <strong>{statement}</strong> : shown}
      {review !== undefined && ` Review: ${asSentence(review)}`}
    </p>
  );
}
