import { useCallback, useEffect, useRef, useState } from 'react';
import {
  activeMs,
  atActivity,
  atPause,
  isIdle,
  startOfWork,
  type ActiveTime,
} from '../../../core/review/active-time.ts';

const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'scroll'] as const;
const TICK_MS = 1_000;

/** Counts the time somebody works on the page; stands still when they stop or the page is hidden. */
export function useActiveTime(startMs: number) {
  const time = useRef<ActiveTime>(startOfWork(startMs));
  const [shown, setShown] = useState({ ms: startMs, paused: true });
  const now = useCallback(() => activeMs(time.current, performance.now()), []);
  useEffect(() => {
    const show = () =>
      setShown({
        ms: activeMs(time.current, performance.now()),
        paused: isIdle(time.current, performance.now()),
      });
    const act = () => {
      if (document.visibilityState === 'visible') time.current = atActivity(time.current, performance.now());
    };
    const onVisibility = () => {
      time.current =
        document.visibilityState === 'visible'
          ? atActivity(time.current, performance.now())
          : atPause(time.current, performance.now());
      show();
    };
    act();
    for (const sign of SIGNS) window.addEventListener(sign, act, { capture: true, passive: true });
    document.addEventListener('visibilitychange', onVisibility);
    const timer = setInterval(show, TICK_MS);
    return () => {
      for (const sign of SIGNS) window.removeEventListener(sign, act, { capture: true });
      document.removeEventListener('visibilitychange', onVisibility);
      clearInterval(timer);
    };
  }, []);
  return { ...shown, now };
}
