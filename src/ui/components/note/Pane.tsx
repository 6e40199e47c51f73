import { useId, type ReactNode } from 'react';
import { ScrollRegion } from '../ScrollRegion.tsx';
import css from './Pane.module.css';

interface PaneProps {
  readonly title: string;
  readonly className: string | undefined;
  readonly children: ReactNode;
}

/** One column of the note view: its heading stays while its text scrolls. */
export function Pane({ title, className, children }: PaneProps) {
  const id = useId();
  return (
    <section className={[css['pane'], className].join(' ')} aria-labelledby={id}>
      <h2 id={id} className={css['title']}>
        {title}
      </h2>
      <ScrollRegion label={title} className={css['body']}>
        {children}
      </ScrollRegion>
    </section>
  );
}
