import { Link } from 'wouter';
import type { LiveState } from '../../../app/services.ts';
import { comparablePairs } from '../../components/comparable-runs.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Page } from '../../components/Page.tsx';
import { formatDuration, formatSpeed, plural } from '../../i18n/format.ts';
import { PHASE_WORDS } from '../../i18n/words.ts';
import { isActive, useQueue } from '../../queries/live.ts';
import { useRuns } from '../../queries/stored.ts';
import { comparePath, resultPath, ROUTES } from '../../routes.ts';
import { CurrentSample } from '../../components/live/CurrentSample.tsx';
import { LastSample } from './LastSample.tsx';
import { LoadBar } from '../../components/live/LoadBar.tsx';
import { MeansSoFar } from './MeansSoFar.tsx';
import { StorageFull } from './StorageFull.tsx';
import { StopButton } from '../../components/live/StopButton.tsx';
import css from './LivePage.module.css';

export function LivePage() {
  const { live, waiting, finishedRunIds } = useQueue();
  if (live === null) {
    return (
      <Page title="Live">
        <EmptyState title="Nothing is running">
          <p>
            When a run goes on, this page shows its progress, the text as it is written, and the scores so
            far.
          </p>
          <Link href={ROUTES.run} className="button primary">
            Go to Run
          </Link>
        </EmptyState>
      </Page>
    );
  }
  const active = isActive(live.phase);
  return (
    <Page
      title={`${PHASE_WORDS[live.phase]}: ${live.packTitle}`}
      aside={active && <StopButton live={live} />}
    >
      <Progress live={live} />
      {live.load !== null && live.phase === 'loading' && <LoadBar load={live.load} />}
      {live.error !== null && <ErrorNotice error={live.error} />}
      {live.error?.code === 'storage/quota' && live.runId !== null && !active && (
        <StorageFull runId={live.runId} done={live.done} />
      )}
      {live.request.device === 'server' && (
        <Notice tone="warn">
          <p>
            <strong>Not on this device.</strong> {live.modelTitle}: each prompt is sent to the server
            {live.request.sendTo === undefined ? '' : ` at ${live.request.sendTo}, as you agreed`}.
          </p>
        </Notice>
      )}
      {live.fallback !== null && (
        <Notice tone="warn">
          <p>
            Runs on {live.request.device === 'webgpu' ? 'the processor (WASM)' : live.request.device} instead
            of {live.fallback.from}: {live.fallback.reason} This is written into the run.
          </p>
        </Notice>
      )}
      {!active && <Ended live={live} finishedRunIds={finishedRunIds} />}
      {active && <CurrentSample live={live} />}
      {active && live.runId !== null && live.last !== null && (
        <LastSample runId={live.runId} last={live.last} />
      )}
      <MeansSoFar rows={live.soFar} finished={live.phase === 'finished'} />
      {waiting.length > 0 && <p className="muted">{plural(waiting.length, 'more run')} will follow.</p>}
      <FinishedLinks ids={finishedRunIds.filter((id) => id !== live.runId)} />
      {active && (
        <p className="muted small">
          Keep this tab open; it goes on while the tab is hidden.{' '}
          {live.wakeLock
            ? 'The screen is kept awake.'
            : 'The screen may go to sleep, which pauses some devices.'}{' '}
          Each answer is stored before the next begins.
        </p>
      )}
    </Page>
  );
}

function Progress({ live }: { readonly live: LiveState }) {
  return (
    <div className="stack">
      <label className={css['progress']}>
        <span className={css['count']}>
          <strong>
            {live.done} of {live.total}
          </strong>{' '}
          samples
        </span>
        <progress max={Math.max(live.total, 1)} value={live.done} />
      </label>
      <ul className={css['facts']}>
        <li>{live.modelTitle}</li>
        {live.secondsLeft !== null && isActive(live.phase) && (
          <li>about {formatDuration(live.secondsLeft)} left</li>
        )}
        {live.tokensPerSecond !== null && <li>{formatSpeed(live.tokensPerSecond)}</li>}
        <li className={live.failed > 0 ? css['failed'] : undefined}>{live.failed} failed</li>
      </ul>
      <p className="visually-hidden" role="status">
        {live.done} of {live.total} samples done
        {live.failed > 0 ? `, ${live.failed} failed` : ''}
      </p>
    </div>
  );
}

interface EndedProps {
  readonly live: LiveState;
  readonly finishedRunIds: readonly string[];
}

function Ended({ live, finishedRunIds }: EndedProps) {
  const stored = useRuns().data?.filter(({ header }) => finishedRunIds.includes(header.id)) ?? [];
  if (live.runId === null) {
    return (
      <Notice>
        <p>The run ended before its first sample, so there is nothing to keep.</p>
        <Link href={ROUTES.run} className="button">
          Go to Run
        </Link>
      </Notice>
    );
  }
  const runId = live.runId;
  const finished = live.phase === 'finished';
  // More than one run ended: the results page shows them together, hand-written packs first.
  const several = finishedRunIds.length > 1 && finished;
  const pair = finished
    ? comparablePairs(stored).find((runs) => runs.some(({ header }) => header.id === runId))
    : undefined;
  return (
    <Notice tone={finished ? 'ok' : 'warn'} live>
      <p>
        {finished
          ? `All ${live.total} samples are done.`
          : `${live.done} of ${live.total} samples are stored. You can resume the run from the Run page.`}
      </p>
      <div className="row">
        {pair !== undefined && (
          <Link href={comparePath(pair.map(({ header }) => header.id))} className="button primary">
            Compare the two
          </Link>
        )}
        <Link
          href={several ? ROUTES.results : resultPath(runId)}
          className={pair === undefined ? 'button primary' : 'button'}
        >
          {several ? 'Read all results' : 'Read the results'}
        </Link>
        {!finished && (
          <Link href={ROUTES.run} className="button">
            Go to Run
          </Link>
        )}
      </div>
    </Notice>
  );
}

function FinishedLinks({ ids }: { readonly ids: readonly string[] }) {
  const runs = useRuns();
  if (ids.length === 0) return null;
  const title = (id: string) =>
    runs.data?.find((run) => run.header.id === id)?.header.pack.title ?? 'an earlier run';
  return (
    <div>
      <p>Already finished, to read now:</p>
      <ul>
        {ids.map((id) => (
          <li key={id}>
            <Link href={resultPath(id)}>{title(id)}</Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
