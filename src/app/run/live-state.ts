/** The Live page's state as a function of what happened. Times are milliseconds of the caller's clock. */
import type { PlainError } from '../../core/errors.ts';
import { recordKey } from '../../core/run/record-key.ts';
import type { LivePhase, LiveState, RunRequest } from '../services.ts';
import type { RunNotice } from './execute-run.ts';

/** What the state is computed from and the pages need not see. */
export interface LiveTrace {
  readonly state: LiveState;
  readonly sampleStartedAt: number;
  /** Of the samples answered in this session. */
  readonly answered: number;
  readonly answeredMs: number;
}

export function startedTrace(request: RunRequest, now: number): LiveTrace {
  return {
    state: {
      runId: null,
      request,
      packTitle: request.packId,
      modelTitle: request.modelId,
      phase: 'loading',
      load: null,
      total: 0,
      done: 0,
      failed: 0,
      startedAt: now,
      secondsLeft: null,
      tokensPerSecond: null,
      current: null,
      last: null,
      soFar: [],
      fallback: null,
      wakeLock: false,
      error: null,
    },
    sampleStartedAt: now,
    answered: 0,
    answeredMs: 0,
  };
}

export function withNotice(trace: LiveTrace, notice: RunNotice, now: number): LiveTrace {
  const { state } = trace;
  const patch = (change: Partial<LiveState>): LiveTrace => ({ ...trace, state: { ...state, ...change } });
  switch (notice.kind) {
    case 'opened':
      return patch({ packTitle: notice.packTitle, modelTitle: notice.modelTitle, total: notice.total });
    case 'loading':
      return patch({ load: notice.progress });
    case 'started':
      return patch({
        runId: notice.runId,
        phase: state.phase === 'loading' ? 'running' : state.phase,
        load: null,
        done: notice.done,
        failed: notice.failed,
        fallback: notice.header.runtime.fallback ?? null,
      });
    case 'sample': {
      const { sample, index } = notice.planned;
      return {
        ...patch({ current: { sampleId: sample.id, index, progress: null } }),
        sampleStartedAt: now,
      };
    }
    case 'writing':
      return state.current === null
        ? trace
        : patch({
            current: { ...state.current, progress: notice.progress },
            tokensPerSecond:
              speedOf(notice.progress.tokens, notice.progress.elapsedMs) ?? state.tokensPerSecond,
          });
    case 'committed': {
      const { record } = notice;
      const answered = trace.answered + 1;
      const answeredMs = trace.answeredMs + (now - trace.sampleStartedAt);
      const done = state.done + 1;
      return {
        ...trace,
        answered,
        answeredMs,
        state: {
          ...state,
          done,
          last: record.error === undefined ? { sampleId: record.id, key: recordKey(record) } : state.last,
          failed: state.failed + (record.error === undefined ? 0 : 1),
          tokensPerSecond: record.timings?.tokensPerSecond ?? state.tokensPerSecond,
          secondsLeft: ((answeredMs / answered) * (state.total - done)) / 1000,
        },
      };
    }
    case 'so-far':
      return patch({ soFar: notice.soFar });
    default:
      notice satisfies never;
      return trace;
  }
}

export function ended(trace: LiveTrace, phase: LivePhase, error: PlainError | null): LiveTrace {
  return { ...trace, state: { ...trace.state, phase, error, current: null, load: null, secondsLeft: null } };
}

/** A rate over too short a time says nothing. */
function speedOf(tokens: number, elapsedMs: number): number | null {
  return tokens < 4 || elapsedMs < 50 ? null : (tokens * 1000) / elapsedMs;
}
