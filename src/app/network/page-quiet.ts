/** When the page has what it shows: until then, what is fetched for later would stand in its way on a slow line. */

const QUIET_MS = 1_000;
/** A page that never comes to rest, one that runs a model for instance, does not put it off for ever. */
const LONGEST_MS = 5_000;

/** Resolves once nothing has arrived for a second, or after five at the latest. */
export function pageQuiet(quietMs = QUIET_MS, longestMs = LONGEST_MS): Promise<void> {
  return new Promise((resolve) => {
    const observer = new PerformanceObserver(() => wait());
    const end = (): void => {
      observer.disconnect();
      clearTimeout(timer);
      clearTimeout(limit);
      resolve();
    };
    let timer = setTimeout(end, quietMs);
    const limit = setTimeout(end, longestMs);
    const wait = (): void => {
      clearTimeout(timer);
      timer = setTimeout(end, quietMs);
    };
    observer.observe({ type: 'resource', buffered: true });
  });
}
