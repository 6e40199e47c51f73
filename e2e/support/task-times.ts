/**
 * The longest task of the page's thread: by the clock, as a person notices it, and by the computing time of that thread
 * alone. On a machine that is busy with other work the first one says how long the thread had to wait for a processor.
 */
import type { Browser, CDPSession, Page } from '@playwright/test';

export interface LongestTask {
  /** Tasks under 50 ms are not reported by the browser and count as 0. */
  readonly clockMs: number;
  readonly computingMs: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of the thread's own time. */
  readonly tdur?: number;
  readonly args?: { readonly name?: unknown };
}

export interface TaskTimes {
  /** Since it was last asked. */
  take(): Promise<LongestTask>;
  close(): Promise<void>;
}

export async function watchTasks(page: Page, browser: Browser): Promise<TaskTimes> {
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(globalThis, { longTasks: tasks });
    const watch = new PerformanceObserver((list) => {
      tasks.push(...list.getEntries().map(({ duration }) => duration));
    });
    watch.observe({ type: 'longtask' });
  });
  const client = await browser.newBrowserCDPSession();
  let longest = await startTrace(client);
  return {
    take: async () => {
      const computingMs = await longest();
      longest = await startTrace(client);
      const clockMs = await page.evaluate(() => {
        const tasks = (globalThis as unknown as { longTasks: number[] }).longTasks;
        return Math.max(0, ...tasks.splice(0));
      });
      return { clockMs: Math.round(clockMs), computingMs: Math.round(computingMs) };
    },
    // One browser serves several tests, and traces for one at a time.
    close: async () => {
      await longest();
      await client.detach();
    },
  };
}

/** Ends the trace and gives the longest task of any page's thread in it. */
async function startTrace(client: CDPSession): Promise<() => Promise<number>> {
  const pages = new Set<string>();
  const tasks: { readonly thread: string; readonly ms: number }[] = [];
  const collect = ({ value }: { value: object[] }): void => {
    for (const event of value as TraceEvent[]) {
      const thread = `${event.pid}/${event.tid}`;
      if (event.ph === 'M' && event.name === 'thread_name' && event.args?.name === 'CrRendererMain')
        pages.add(thread);
      if (event.name.endsWith('RunTask')) tasks.push({ thread, ms: (event.tdur ?? 0) / 1000 });
    }
  };
  client.on('Tracing.dataCollected', collect);
  await client.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      recordMode: 'recordContinuously',
      traceBufferSizeInKb: 400_000,
      includedCategories: ['toplevel'],
    },
  });
  return async () => {
    const ended = new Promise<void>((resolve) => client.once('Tracing.tracingComplete', () => resolve()));
    await client.send('Tracing.end');
    await ended;
    client.off('Tracing.dataCollected', collect);
    const ofPages = tasks.flatMap(({ thread, ms }) => (pages.has(thread) ? [ms] : []));
    // No task at all means that nothing was traced: 0 would look like the best of pages.
    if (ofPages.length === 0) throw new Error('the trace holds no task of a page');
    return ofPages.reduce((most, ms) => Math.max(most, ms), 0);
  };
}
