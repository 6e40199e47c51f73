/**
 * Runs, one after the other. Nothing here waits on a timer or a frame: a hidden tab throttles those, and a
 * run goes on while its tab is hidden.
 */
import { AppError, isCancelled, toAppError } from '../../core/errors.ts';
import type { DurationEstimate, LivePhase, LiveState, RunQueue, RunRequest } from '../services.ts';
import type { RunDeps, RunJob, RunNotice } from './execute-run.ts';
import { ended, startedTrace, withNotice, type LiveTrace } from './live-state.ts';
import type { WakeLock } from './wake-lock.ts';

/** Text being written is shown at most this often; everything else at once. */
const WRITING_INTERVAL_MS = 80;

export interface RunQueueDeps extends RunDeps {
  readonly createWakeLock: (onChange: () => void) => WakeLock;
  /** Milliseconds, never going back. */
  readonly monotonic: () => number;
}

export interface ObservableRunQueue extends RunQueue {
  /** Hears everything that happens in runs, records included, as it happens. */
  onNotice(listener: (notice: RunNotice) => void): () => void;
  /** Resolves when nothing runs and the last run has written its end. */
  idle(): Promise<void>;
}

type Snapshot = ReturnType<RunQueue['getSnapshot']>;

export function createRunQueue(deps: RunQueueDeps): ObservableRunQueue {
  const listeners = new Set<() => void>();
  const noticeListeners = new Set<(notice: RunNotice) => void>();
  const waiting: RunJob[] = [];
  const finishedRunIds: string[] = [];
  let trace: LiveTrace | null = null;
  let snapshot: Snapshot = { live: null, waiting: [], finishedRunIds: [] };
  let controller: AbortController | null = null;
  let working: Promise<void> | null = null;
  let probing: AbortController | null = null;

  const wakeLock = deps.createWakeLock(() => publish());

  function publish(): void {
    const live: LiveState | null = trace === null ? null : { ...trace.state, wakeLock: wakeLock.held };
    snapshot = { live, waiting: waiting.map((job) => job.request), finishedRunIds: [...finishedRunIds] };
    for (const listener of [...listeners]) listener();
  }

  function set(next: LiveTrace): void {
    trace = next;
    publish();
  }

  async function workThrough(): Promise<void> {
    probing?.abort();
    await wakeLock.acquire();
    try {
      for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
        const phase = await runOne(job);
        // What stopped this run would stop the next as well, or a person stopped them.
        if (phase !== 'finished') waiting.length = 0;
      }
    } finally {
      working = null;
      await wakeLock.release();
      publish();
    }
  }

  async function runOne(job: RunJob): Promise<LivePhase> {
    const own = new AbortController();
    controller = own;
    let lastWriting = 0;
    const update = (change: (trace: LiveTrace) => LiveTrace) => {
      if (trace !== null) set(change(trace));
    };
    set(startedTrace(job.request, Date.now()));
    const notify = (notice: RunNotice) => {
      // A late answer about an earlier run must not show in the one that follows.
      if (controller !== own) return;
      for (const listener of [...noticeListeners]) listener(notice);
      const now = deps.monotonic();
      if (notice.kind === 'writing') {
        if (now - lastWriting < WRITING_INTERVAL_MS) return;
        lastWriting = now;
      }
      update((before) => withNotice(before, notice, now));
    };
    const end = (phase: LivePhase, error: AppError | null) => {
      update((before) => ended(before, phase, error?.toPlain() ?? null));
      return phase;
    };
    try {
      // Solvers, prompts and the loop come with the first run, not with the page.
      const { executeRun } = await import('./execute-run.ts');
      const { runId, outcome, scoringError } = await executeRun(deps, job, { signal: own.signal, notify });
      finishedRunIds.push(runId);
      if (outcome.kind === 'paused') return end('paused', AppError.fromPlain(outcome.error));
      return end(outcome.kind, scoringError === null ? null : AppError.fromPlain(scoringError));
    } catch (thrown) {
      if (own.signal.aborted || isCancelled(thrown)) return end('cancelled', null);
      return end('failed', toAppError(thrown));
    } finally {
      controller = null;
    }
  }

  function enqueue(jobs: readonly RunJob[]): void {
    waiting.push(...jobs);
    publish();
    // Errors of a run are in its live state.
    working ??= workThrough().catch(() => undefined);
  }

  return {
    getSnapshot: () => snapshot,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    onNotice: (listener) => {
      noticeListeners.add(listener);
      return () => void noticeListeners.delete(listener);
    },
    idle: async () => {
      await working;
    },
    start: async (requests: readonly RunRequest[]) => {
      enqueue(requests.map((request) => ({ request, resumeId: null })));
    },
    resume: async (runId, { retryFailed = false } = {}) => {
      const stored = await deps.store.getRun(runId);
      if (stored === null) {
        throw new AppError('storage/missing', `no run "${runId}" is stored`, { what: 'run', id: runId });
      }
      // Said at once, not only when the queue comes to it.
      if ((await deps.locks.held()).has(runId)) {
        throw new AppError('storage/locked-by-other-tab', 'a tab is writing this run', { runId });
      }
      const { requestOf } = await import('./run-header.ts');
      enqueue([{ request: requestOf(stored.header), resumeId: runId, retryFailed }]);
    },
    cancel: async () => {
      waiting.length = 0;
      if (trace !== null && controller !== null) {
        set({ ...trace, state: { ...trace.state, phase: 'cancelling' } });
      }
      controller?.abort();
      publish();
    },
    estimate: async (request: RunRequest, signal: AbortSignal): Promise<DurationEstimate> => {
      if (working !== null) throw new AppError('runtime/cancelled', 'a run is going on');
      probing?.abort();
      const own = new AbortController();
      probing = own;
      const { probeDuration } = await import('./duration-probe.ts');
      return probeDuration(deps, request, AbortSignal.any([signal, own.signal]), deps.monotonic);
    },
  };
}
