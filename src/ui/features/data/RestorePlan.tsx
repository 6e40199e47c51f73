import { useState } from 'react';
import type { RestorePreview } from '../../../app/data/backup.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Check } from '../../components/Field.tsx';
import { Notice } from '../../components/Notice.tsx';
import { ScrollRegion } from '../../components/ScrollRegion.tsx';
import { VisibleText } from '../../components/VisibleText.tsx';
import { formatDateTime, plural } from '../../i18n/format.ts';
import { useControlledWork } from './use-controlled-work.ts';
import { WorkProgress } from './WorkProgress.tsx';

type Planned = RestorePreview['items'][number];

/** Listed; the rest is in the counts. */
const MAX_ROWS = 200;

export function RestorePlan({
  preview,
  onCancel,
}: {
  readonly preview: RestorePreview;
  readonly onCancel: () => void;
}) {
  const [replace, setReplace] = useState(false);
  const apply = useControlledWork((chosen: boolean, control) => preview.apply(chosen, control));
  if (apply.isSuccess) {
    const { added, replaced, skipped } = apply.data;
    return (
      <Notice tone="ok" live>
        <p>
          <strong>Restored.</strong> {added} added, {replaced} replaced, {skipped} left as they were.
        </p>
      </Notice>
    );
  }
  const count = (state: Planned['state']) => preview.items.filter((each) => each.state === state).length;
  const [added, different] = [count('new'), count('different')];
  const changes = added + (replace ? different : 0);
  return (
    <div className="stack">
      <p role="status">
        The backup of {formatDateTime(preview.createdAt)} is intact. It holds{' '}
        {plural(preview.items.length, 'item')}: {added} new, {count('same')} here already, {different} here
        with other content
        {count('in-use') > 0 && `, ${count('in-use')} in use by a run that is going on`}.
      </p>
      <PlanTable items={preview.items} replace={replace} />
      {different > 0 && (
        <fieldset className="stack">
          <legend>What is here with other content</legend>
          <Check
            type="radio"
            name="restore-conflict"
            label="Keep what is in this browser"
            checked={!replace}
            onChange={() => setReplace(false)}
          />
          <Check
            type="radio"
            name="restore-conflict"
            label="Replace it by what is in the backup"
            checked={replace}
            onChange={() => setReplace(true)}
          />
          {replace && <p>What is replaced cannot be brought back. Back up first if you may still need it.</p>}
        </fieldset>
      )}
      {apply.isPending ? (
        <WorkProgress what="Restoring" part={apply.part} onCancel={apply.cancel} />
      ) : (
        <div className="row">
          <button
            type="button"
            className="primary"
            disabled={changes === 0}
            onClick={() => apply.mutate(replace)}
          >
            {changes === 0 ? 'Nothing to restore' : `Restore ${plural(changes, 'item')}`}
          </button>
          <button type="button" onClick={onCancel}>
            Change nothing
          </button>
        </div>
      )}
      {apply.isError && <ErrorNotice error={apply.error} />}
    </div>
  );
}

const KIND_WORDS: Readonly<Record<Planned['item']['kind'], string>> = {
  run: 'Run',
  pack: 'Pack',
  vocabulary: 'Vocabulary',
};

function holds(item: Planned['item']): string {
  switch (item.kind) {
    case 'run':
      return plural(item.records, 'answer');
    case 'pack':
      return plural(item.samples, 'sample');
    case 'vocabulary':
      return plural(item.terms, 'term');
    default:
      return item satisfies never;
  }
}

function PlanTable({ items, replace }: { readonly items: readonly Planned[]; readonly replace: boolean }) {
  const words: Readonly<Record<Planned['state'], string>> = {
    new: 'will be added',
    same: 'here already',
    different: replace ? 'will be replaced' : 'stays as it is here',
    'in-use': 'in use, stays as it is',
  };
  return (
    <ScrollRegion label="What the backup holds">
      <table>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Name</th>
            <th scope="col">Holds</th>
            <th scope="col">Would happen</th>
          </tr>
        </thead>
        <tbody>
          {items.slice(0, MAX_ROWS).map(({ item, state }) => (
            <tr key={item.folder}>
              <td>{KIND_WORDS[item.kind]}</td>
              <td>
                <VisibleText text={item.title} />
                {item.kind === 'run' && <div className="muted small">{formatDateTime(item.createdAt)}</div>}
              </td>
              <td>{holds(item)}</td>
              <td>{words[state]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {items.length > MAX_ROWS && <p className="muted">and {items.length - MAX_ROWS} more</p>}
    </ScrollRegion>
  );
}
