import type { PackEntry } from '../../../app/services.ts';
import type { DocumentPolicy } from '../../../core/contracts.ts';
import type { PackShape } from '../../../core/packs/pack-shape.ts';
import { Field } from '../../components/Field.tsx';
import { plural } from '../../i18n/format.ts';
import css from './OwnRunForm.module.css';

interface DocumentFieldsProps {
  readonly pack: PackEntry['header'];
  readonly shape: PackShape;
  readonly chosen: DocumentPolicy | undefined;
  readonly onChange: (policy: DocumentPolicy) => void;
}

/** What holds where neither pack nor run says anything. */
const AS_IT_STANDS: DocumentPolicy = { order: 'given', fit: 'refuse' };

const ORDERS: Readonly<Record<DocumentPolicy['order'], string>> = {
  given: 'As they stand in the pack',
  shuffled: 'Shuffled, by the seed',
};
const FITS: Readonly<Record<DocumentPolicy['fit'], string>> = {
  refuse: 'Do not ask; count as unscored',
  'leave-out': 'Leave out whole documents',
};

/** For packs whose samples have several documents: their order, and what happens when the model cannot read them all. */
export function DocumentFields({ pack, shape, chosen, onChange }: DocumentFieldsProps) {
  if (shape.withDocuments === 0) return null;
  const ofPack = pack.documents ?? AS_IT_STANDS;
  const policy = chosen ?? ofPack;
  const same = policy.order === ofPack.order && policy.fit === ofPack.fit;
  return (
    <fieldset>
      <legend>Documents</legend>
      <p className="muted small">
        {plural(shape.withDocuments, 'sample')} of {shape.samples}{' '}
        {shape.withDocuments === 1 ? 'has' : 'have'} several documents.{' '}
        {same ? 'As the pack says.' : 'Not as the pack says: the run records it.'}
      </p>
      <div className={css['grid']}>
        <Field
          label="Order of the documents"
          hint="Models often find best what stands first or last; another order for each sample evens that out."
        >
          {({ id, hintId }) => (
            <select
              id={id}
              aria-describedby={hintId}
              value={policy.order}
              onChange={(event) =>
                onChange({ ...policy, order: event.target.value === 'shuffled' ? 'shuffled' : 'given' })
              }
            >
              {Object.entries(ORDERS).map(([value, words]) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field
          label="When they are too long for the model"
          hint="Documents in which the answer stands are never left out, and no document is cut. Each sample says what the model was shown."
        >
          {({ id, hintId }) => (
            <select
              id={id}
              aria-describedby={hintId}
              value={policy.fit}
              onChange={(event) =>
                onChange({ ...policy, fit: event.target.value === 'leave-out' ? 'leave-out' : 'refuse' })
              }
            >
              {Object.entries(FITS).map(([value, words]) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
    </fieldset>
  );
}
