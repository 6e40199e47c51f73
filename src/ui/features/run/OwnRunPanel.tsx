import { lazy, Suspense, useState } from 'react';
import { Loading } from '../../components/Loading.tsx';
import { useRuns } from '../../queries/stored.ts';
import type { Choices } from './request.ts';
import css from './OwnRunPanel.module.css';

const OwnRunForm = lazy(() => import('./OwnRunForm.tsx').then((m) => ({ default: m.OwnRunForm })));

/**
 * Closed on a first visit, where the demo is the thing to do; open for whoever has run something here before.
 * The form and the registries behind it are only fetched when it is opened.
 */
export function OwnRunPanel({ choices }: { readonly choices: Choices }) {
  const runs = useRuns();
  const [chosen, setChosen] = useState<boolean | null>(null);
  const returning = (runs.data ?? []).some((run) => run.recorded !== true);
  const open = chosen ?? returning;
  return (
    <details className={css['panel']} open={open} onToggle={(event) => setChosen(event.currentTarget.open)}>
      <summary className={css['title']}>
        <h2>Your own run</h2>
        <span className={css['about']}>Choose the model, the pack and how it is scored</span>
      </summary>
      {open && (
        <Suspense fallback={<Loading what="the choices" />}>
          <OwnRunForm choices={choices} />
        </Suspense>
      )}
    </details>
  );
}
