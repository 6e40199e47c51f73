import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { DurationEstimate, RunRequest } from '../../../app/services.ts';
import { isCancelled } from '../../../core/errors.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Notice } from '../../components/Notice.tsx';
import { formatDuration, formatSpeed, plural } from '../../i18n/format.ts';
import { isActive, useQueue } from '../../queries/live.ts';
import { useServices } from '../../services-context.ts';
import css from './EstimateTime.module.css';

const PROBE_SECONDS = 20;

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'measuring'; readonly part: number }
  | { readonly kind: 'done'; readonly estimates: readonly DurationEstimate[] }
  | { readonly kind: 'error'; readonly error: unknown };

interface EstimateTimeProps {
  readonly requests: readonly RunRequest[];
  readonly disabled?: boolean;
  /** Buttons that stand in the same row, before and after. */
  readonly leading?: ReactNode;
  readonly trailing?: ReactNode;
}

/** Tries real samples here for about twenty seconds and says how long the whole would take. */
export function EstimateTime(props: EstimateTimeProps) {
  // Another choice is another question: the old answer goes away with the key.
  return <Probe key={JSON.stringify(props.requests)} {...props} />;
}

function Probe({ requests, disabled = false, leading, trailing }: EstimateTimeProps) {
  const { queue } = useServices();
  const { live } = useQueue();
  const busy = isActive(live?.phase);
  const [state, setState] = useState<State>({ kind: 'idle' });
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);

  const measure = async (signal: AbortSignal) => {
    const estimates: DurationEstimate[] = [];
    for (const [part, request] of requests.entries()) {
      setState({ kind: 'measuring', part });
      estimates.push(await queue.estimate(request, signal));
    }
    setState({ kind: 'done', estimates });
  };
  const begin = () => {
    const controller = new AbortController();
    abort.current = controller;
    measure(controller.signal).catch((error: unknown) => {
      if (controller.signal.aborted || isCancelled(error)) setState({ kind: 'idle' });
      else setState({ kind: 'error', error });
    });
  };

  return (
    <div className={css['estimate']}>
      <div className="row">
        {leading}
        {state.kind === 'measuring' ? (
          <button type="button" onClick={() => abort.current?.abort()}>
            Stop measuring
          </button>
        ) : (
          <button type="button" disabled={disabled || busy} onClick={begin}>
            Estimate time on this device
          </button>
        )}
        {trailing}
      </div>
      {state.kind === 'measuring' && <Progress part={state.part} parts={requests.length} />}
      {state.kind === 'done' && <Answer estimates={state.estimates} />}
      {state.kind === 'error' && <ErrorNotice error={state.error} />}
    </div>
  );
}

function Progress({ part, parts }: { readonly part: number; readonly parts: number }) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 0.5), 500);
    return () => clearInterval(timer);
  }, []);
  const whole = PROBE_SECONDS * parts;
  return (
    <label className={css['progress']}>
      <span role="status">
        Trying a few samples on this device{parts > 1 ? ` (pack ${part + 1} of ${parts})` : ''} …
      </span>
      <progress max={whole} value={Math.min(seconds, whole * 0.98)} />
    </label>
  );
}

function Answer({ estimates }: { readonly estimates: readonly DurationEstimate[] }) {
  const sum = (pick: (estimate: DurationEstimate) => number) =>
    estimates.reduce((total, item) => total + pick(item), 0);
  const speeds = estimates.flatMap((estimate) => estimate.tokensPerSecond ?? []);
  const slowest = speeds.length === 0 ? null : Math.min(...speeds);
  return (
    <Notice live>
      <p>
        <strong>About {formatDuration(sum((item) => item.seconds))}</strong> for{' '}
        {plural(
          sum((item) => item.samples),
          'sample',
        )}{' '}
        (likely between {formatDuration(sum((item) => item.lowSeconds))} and{' '}
        {formatDuration(sum((item) => item.highSeconds))}), judged from{' '}
        {plural(
          sum((item) => item.probedSamples),
          'sample',
        )}{' '}
        tried here
        {slowest === null ? '' : `, ${formatSpeed(slowest)} at the slowest`}.
      </p>
    </Notice>
  );
}
