import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useVault } from '../queries/vault.ts';
import { sectionTitle } from '../section-title.ts';
import { useUiStore } from '../state/ui-store.ts';
import css from './Page.module.css';

interface PageProps {
  readonly title: string;
  /** Above the title, e.g. a way back. */
  readonly before?: ReactNode;
  readonly aside?: ReactNode;
  /** The note view takes the whole width. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** Title of the tab, heading, and focus on the heading after a change of page, so that it is announced. */
export function Page({ title, before, aside, wide = false, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [location] = useLocation();
  const shown = useVault().kind === 'off' ? title : sectionTitle(location);
  useEffect(() => {
    document.title = `${shown} · Bedside`;
  }, [shown]);
  useEffect(() => {
    const { navigated } = useUiStore.getState();
    if (navigated) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className={wide ? css['wide'] : css['page']}>
      {before}
      <div className={css['head']}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {aside}
      </div>
      {children}
    </div>
  );
}
