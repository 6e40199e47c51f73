import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { PackEntry } from '../../../../app/services.ts';
import type { StoredRun } from '../../../../storage/contract.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { Check } from '../../../components/Field.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { plural } from '../../../i18n/format.ts';
import { packPath, resultPath, ROUTES } from '../../../routes.ts';
import { useServices } from '../../../services-context.ts';
import css from '../ladder/Ladder.module.css';
import type { Choices, Draft } from '../request.ts';
import { requestFor, type Twin } from './twin-lines.ts';
import { TwinPreview } from './TwinPreview.tsx';

interface TwinPickerProps {
  readonly pack: PackEntry;
  readonly twins: readonly Twin[];
  readonly original: StoredRun | null;
  readonly draft: Draft;
  readonly seed: number;
  readonly choices: Choices;
}

/** The changes, each with what it does to the first samples; one button makes the twins and asks them. */
export function TwinPicker({ pack, twins, original, draft, seed, choices }: TwinPickerProps) {
  const { packs, queue } = useServices();
  const [, navigate] = useLocation();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const chosen = twins.filter(({ transform }) => ticked.has(transform.id));
  const asked = chosen.filter(({ run }) => run === null);
  const count = asked.length + (original === null && chosen.length > 0 ? 1 : 0);
  const start = useMutation({
    mutationFn: async () => {
      const ids = original === null ? [pack.header.id] : [];
      for (const { transform, pack: made } of asked) {
        if (made !== null) {
          ids.push(made.header.id);
          continue;
        }
        const twin = await packs.twin(pack.header.id, transform.id, seed);
        await packs.add(twin);
        ids.push(twin.id);
      }
      // A twin that was just made is no choice of this page yet: it is asked like its parent.
      const like = requestFor(pack.header.id, draft, choices);
      if (like !== null) await queue.start(ids.map((packId) => ({ ...like, packId })));
    },
    onSuccess: () => navigate(ROUTES.live),
  });
  return (
    <Panel title="Changes">
      <ul className={css['ways']}>
        {twins.map(({ transform, pack: made, run }) => (
          <li key={transform.id}>
            <Check
              label={
                <>
                  {transform.title} <span className="muted small">{transform.description}</span>
                </>
              }
              checked={ticked.has(transform.id)}
              onChange={(on) => {
                const next = new Set(ticked);
                if (on) next.add(transform.id);
                else next.delete(transform.id);
                setTicked(next);
              }}
            />
            <span className="row small">
              {made !== null && <Link href={packPath(made.header.id)}>The twin “{transform.title}”</Link>}
              {run !== null && <Link href={resultPath(run.header.id)}>Its results</Link>}
            </span>
            {ticked.has(transform.id) && (
              <TwinPreview packId={pack.header.id} transform={transform} seed={seed} />
            )}
          </li>
        ))}
      </ul>
      {start.isError && <ErrorNotice error={start.error} />}
      <div className="row">
        <button
          type="button"
          className="primary"
          disabled={count === 0 || start.isPending}
          onClick={() => start.mutate()}
        >
          {start.isPending ? 'Making the twins …' : `Make twins and ask (${plural(count, 'run')})`}
        </button>
        <span className="muted small" role="status">
          {chosen.length === 0 && 'Choose at least one change.'}
          {chosen.length > 0 && count === 0 && 'Every chosen change has been asked.'}
        </span>
      </div>
    </Panel>
  );
}
