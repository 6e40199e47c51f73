import type { ReactNode } from 'react';
import css from './TextBlock.module.css';

/** Text of a pack or a model as it is: its own line breaks, its own direction, never translated by the browser. */
export function TextBlock({ children }: { readonly children: ReactNode }) {
  return (
    <div className={css['text']} dir="auto" translate="no">
      {children}
    </div>
  );
}
