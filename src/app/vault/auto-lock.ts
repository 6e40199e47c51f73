/**
 * Locks when nobody has used any tab of this page for a while, or when this one was out of sight for a while. Timers
 * of hidden tabs and sleeping computers come late, so the clock is asked again whenever the page is seen.
 */
import type { AutoLock } from './vault-view.ts';

const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'] as const;
const CHECK_MS = 1_000;
/** Other tabs hear of activity here at most this often. */
const TELL_MS = 5_000;

export function watchForIdle(
  { idleMinutes, hiddenSeconds }: AutoLock,
  channel: BroadcastChannel | null,
  lock: (everywhere: boolean) => void,
): () => void {
  const stop = new AbortController();
  const options = { capture: true, passive: true, signal: stop.signal } as const;
  let usedAt = Date.now();
  let toldAt = 0;
  let hiddenAt = document.hidden ? Date.now() : null;

  const used = () => {
    // What was overdue when the computer woke up is not excused by the hand that woke it.
    check();
    usedAt = Date.now();
    if (usedAt - toldAt < TELL_MS) return;
    toldAt = usedAt;
    channel?.postMessage({ kind: 'used' });
  };
  const check = () => {
    const now = Date.now();
    const idle = idleMinutes !== null && now - usedAt >= idleMinutes * 60_000;
    const hidden = hiddenSeconds !== null && hiddenAt !== null && now - hiddenAt >= hiddenSeconds * 1000;
    // Another tab may be in use while this one is out of sight.
    if (idle || hidden) end(idle);
  };
  const timer = setInterval(check, CHECK_MS);
  function end(everywhere: boolean): void {
    clearInterval(timer);
    stop.abort();
    lock(everywhere);
  }

  for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, used, options);
  document.addEventListener(
    'visibilitychange',
    () => {
      hiddenAt ??= document.hidden ? Date.now() : null;
      check();
      if (!document.hidden) hiddenAt = null;
    },
    { signal: stop.signal },
  );
  // A page kept for the back button is a page that somebody may come back to.
  window.addEventListener('pagehide', () => end(false), { signal: stop.signal });
  channel?.addEventListener(
    'message',
    (event: MessageEvent<unknown>) => {
      const { data } = event;
      if (typeof data === 'object' && data !== null && 'kind' in data && data.kind === 'used')
        usedAt = Date.now();
    },
    { signal: stop.signal },
  );

  return () => {
    clearInterval(timer);
    stop.abort();
  };
}
