import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
import type { DownloadState, Downloads } from '../../../app/models/download-state.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Panel } from '../../components/Panel.tsx';
import { useDownloadStates } from '../../queries/models.ts';
import { useToasts } from '../../state/toast-store.ts';
import { progressWords, RESTART_WORDS } from './download-words.ts';
import css from './HubList.module.css';

/** What is being fetched, and what earlier visits left unfinished. Nothing of it can be chosen for a run yet. */
export function DownloadList({ downloads }: { readonly downloads: Downloads }) {
  const states = useDownloadStates(downloads);
  if (states.length === 0) return null;
  return (
    <Panel title="Downloads">
      <ul className={css['list']}>
        {states.map((state) => (
          <li key={`${state.modelId} ${state.dtype}`} className={css['item']}>
            <Download downloads={downloads} state={state} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Download({ downloads, state }: { readonly downloads: Downloads; readonly state: DownloadState }) {
  const id = useId();
  const { modelId, dtype, title, phase, doneBytes, totalBytes } = state;
  const act = useMutation({ mutationFn: (work: () => Promise<void>) => work() });
  const name = `${title}, ${dtype}`;
  const moving = phase === 'checking' || phase === 'downloading' || phase === 'waiting';
  const cancel = async () => {
    await downloads.cancel(modelId, dtype);
    useToasts
      .getState()
      .show({ text: `The download of ${name} is ended; what was fetched of it is erased.` });
  };
  return (
    <>
      <div className={css['text']}>
        <strong id={id}>{name}</strong>
        <span className="small muted">{progressWords(state)}</span>
      </div>
      <div className={css['actions']}>
        {moving ? (
          <button
            type="button"
            aria-label={`Pause ${name}`}
            onClick={() => act.mutate(() => downloads.pause(modelId, dtype))}
          >
            Pause
          </button>
        ) : (
          <button
            type="button"
            className="primary"
            disabled={phase === 'stopping'}
            aria-label={`Resume ${name}`}
            onClick={() => act.mutate(() => downloads.resume(modelId, dtype))}
          >
            Resume
          </button>
        )}
        <button
          type="button"
          aria-label={`Cancel ${name}`}
          disabled={phase === 'stopping'}
          onClick={() => act.mutate(cancel)}
        >
          Cancel
        </button>
      </div>
      <div className={css['fit']}>
        {totalBytes === null ? (
          <progress aria-labelledby={id} />
        ) : (
          <progress aria-labelledby={id} max={Math.max(1, totalBytes)} value={doneBytes} />
        )}
        {state.restarted !== null && (
          <Notice live>
            <p>
              {RESTART_WORDS[state.restarted.reason]} <span translate="no">{state.restarted.file}</span>
            </p>
          </Notice>
        )}
        {state.error !== null && <ErrorNotice error={state.error} />}
        {act.isError && <ErrorNotice error={act.error} />}
      </div>
    </>
  );
}
