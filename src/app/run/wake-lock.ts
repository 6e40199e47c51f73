/** Keeps the screen, and with it a laptop, awake while a run goes on. */

export interface WakeLock {
  readonly held: boolean;
  acquire(): Promise<void>;
  release(): Promise<void>;
}

/** `onChange` is called whenever `held` may have changed. */
export function createWakeLock(onChange: () => void): WakeLock {
  let wanted = false;
  let sentinel: WakeLockSentinel | null = null;

  async function request(): Promise<void> {
    // Refused when the page is hidden, on low battery, or where the browser has none: the run goes on.
    if (!wanted || sentinel !== null || !('wakeLock' in navigator)) return;
    try {
      const acquired = await navigator.wakeLock.request('screen');
      if (!wanted) {
        await acquired.release();
        return;
      }
      sentinel = acquired;
      acquired.addEventListener('release', () => {
        sentinel = null;
        onChange();
      });
    } catch {
      sentinel = null;
    }
    onChange();
  }

  // The browser drops the lock when the tab is hidden.
  if (typeof document !== 'undefined') {
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') request().catch(() => undefined);
    });
  }

  return {
    get held() {
      return sentinel !== null;
    },
    acquire: () => {
      wanted = true;
      return request();
    },
    release: async () => {
      wanted = false;
      await sentinel?.release().catch(() => undefined);
    },
  };
}
