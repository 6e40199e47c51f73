import type { LiveState, RunQueue, RunRequest } from '../../app/services.ts';
import { estimate, measure } from './fake-data.ts';

type Snapshot = ReturnType<RunQueue['getSnapshot']>;

export function liveState(request: RunRequest, part: Partial<LiveState> = {}): LiveState {
  return {
    runId: 'run-live',
    request,
    packTitle: 'Hand-written visits',
    modelTitle: 'Demo model, tuned',
    phase: 'running',
    load: null,
    total: 12,
    done: 4,
    failed: 1,
    startedAt: Date.parse('2026-11-20T14:02:00Z'),
    secondsLeft: 41,
    tokensPerSecond: 57.3,
    current: {
      sampleId: 'hw-05-low-back-pain',
      index: 4,
      progress: {
        text: 'Subjective:\nMr. Ortiz is a 52-year-old man with 4 days of low back',
        tokens: 22,
        elapsedMs: 700,
      },
    },
    last: { sampleId: 'hw-04-uti', key: '3#0' },
    soFar: [
      {
        key: 'facts.recall',
        title: 'Facts kept',
        measure: measure(),
        estimate: estimate({ n: 3, failed: 1, unscored: 1 }),
      },
    ],
    fallback: null,
    wakeLock: true,
    error: null,
    ...part,
  };
}

export class FakeQueue implements RunQueue {
  private snapshot: Snapshot = { live: null, waiting: [], finishedRunIds: [] };
  private readonly listeners = new Set<() => void>();
  readonly started: RunRequest[] = [];

  getSnapshot(): Snapshot {
    return this.snapshot;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  set(snapshot: Partial<Snapshot>): void {
    this.snapshot = { ...this.snapshot, ...snapshot };
    for (const listener of this.listeners) listener();
  }

  async start(requests: readonly RunRequest[]): Promise<void> {
    this.started.push(...requests);
    const [first, ...waiting] = requests;
    if (first !== undefined) this.set({ live: liveState(first), waiting });
  }

  async resume(): Promise<void> {
    const request = this.started[0];
    if (request !== undefined) this.set({ live: liveState(request) });
  }

  async cancel(): Promise<void> {
    const { live } = this.snapshot;
    if (live !== null) this.set({ live: { ...live, phase: 'cancelled', current: null } });
  }

  async estimate(request: RunRequest, signal: AbortSignal) {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(resolve, 1500);
      signal.addEventListener('abort', () => {
        clearTimeout(timer);
        reject(new DOMException('stopped', 'AbortError'));
      });
    });
    return {
      seconds: 5400,
      lowSeconds: 4100,
      highSeconds: 7900,
      probedSamples: 3,
      samples: request.limit ?? 1200,
      tokensPerSecond: 3.4,
    };
  }
}
