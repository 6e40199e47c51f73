import { lazy, Suspense, useLayoutEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useUiStore } from '../state/ui-store.ts';
import { useUpdate } from '../state/update-store.ts';
import { useStoredDataInvalidation } from '../queries/stored.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { NavBar } from './NavBar.tsx';
import { StatusLine } from './StatusLine.tsx';
import { Toasts } from './Toasts.tsx';
import css from './Shell.module.css';

const UpdateBanner = lazy(() => import('./UpdateBanner.tsx').then((m) => ({ default: m.UpdateBanner })));

interface ShellProps {
  readonly unprotected: string | null;
  readonly children: ReactNode;
}

/** Frame of every page: skip link, navigation, content, status line. */
export function Shell({ unprotected, children }: ShellProps) {
  const [location] = useLocation();
  const update = useUpdate((state) => state.update);
  const main = useRef<HTMLElement>(null);
  useStoredDataInvalidation();
  useNavigationMark(location);
  return (
    <>
      <a
        href="#main"
        className={css['skip']}
        onClick={(event) => {
          // The hash is the route, so the jump is made by hand.
          event.preventDefault();
          main.current?.focus();
        }}
      >
        Skip to content
      </a>
      <NavBar />
      {update !== null && (
        <Suspense>
          <UpdateBanner update={update} />
        </Suspense>
      )}
      <main id="main" ref={main} tabIndex={-1} className={css['main']}>
        <ErrorBoundary resetKey={location}>{children}</ErrorBoundary>
      </main>
      <StatusLine unprotected={unprotected} />
      <Toasts />
    </>
  );
}

/** Scrolls to the top on a change of page; moving between samples keeps the place. */
function useNavigationMark(location: string): void {
  const before = useRef(location);
  // Before the effects of the new page, which asks whether one has navigated.
  useLayoutEffect(() => {
    if (before.current === location) return;
    const betweenSamples = before.current.includes('/sample/') && location.includes('/sample/');
    before.current = location;
    useUiStore.getState().markNavigated();
    if (!betweenSamples) window.scrollTo({ top: 0, behavior: 'instant' });
  }, [location]);
}
