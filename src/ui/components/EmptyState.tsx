import type { ReactNode } from 'react';
import css from './EmptyState.module.css';

/** Nothing here yet: what would be here, and the one thing to do about it. */
export function EmptyState({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className={css['empty']}>
      <h2>{title}</h2>
      {children}
    </div>
  );
}
