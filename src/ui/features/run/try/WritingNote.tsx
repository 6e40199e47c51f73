import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { Loading } from '../../../components/Loading.tsx';
import { Notice } from '../../../components/Notice.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { isActive, useQueue } from '../../../queries/live.ts';
import { samplePath } from '../../../routes.ts';
import { CurrentSample } from '../../../components/live/CurrentSample.tsx';
import { LoadBar } from '../../../components/live/LoadBar.tsx';
import { StopButton } from '../../../components/live/StopButton.tsx';

interface WritingNoteProps {
  readonly packId: string;
  readonly onBack: () => void;
}

/** The note as it is written; then it opens with its audit. */
export function WritingNote({ packId, onBack }: WritingNoteProps) {
  const { live, waiting } = useQueue();
  const [, navigate] = useLocation();
  const ours = live?.request.packId === packId && !waiting.some((each) => each.packId === packId);
  const phase = ours ? live.phase : null;
  const runId = ours ? live.runId : null;
  useEffect(() => {
    if (phase === 'finished' && runId !== null) navigate(samplePath(runId, '0#0'));
  }, [phase, runId, navigate]);

  if (live === null || !ours) {
    return (
      <Panel title="Waiting">
        <p role="status">Another run is going on. The note is written after it; it will be under Results.</p>
        <button type="button" onClick={onBack}>
          Back to the transcript
        </button>
      </Panel>
    );
  }
  const active = isActive(live.phase);
  return (
    <Panel title="Writing the note" aside={active && <StopButton live={live} />}>
      {live.load !== null && live.phase === 'loading' && <LoadBar load={live.load} />}
      {live.phase === 'running' && live.current === null && <Loading what="the transcript" />}
      {active && <CurrentSample live={live} />}
      {live.error !== null && <ErrorNotice error={live.error} />}
      {!active && live.phase !== 'finished' && (
        <Notice tone="warn" live>
          <p>The note was not finished. Your transcript is kept.</p>
          <button type="button" onClick={onBack}>
            Back to the transcript
          </button>
        </Notice>
      )}
    </Panel>
  );
}
