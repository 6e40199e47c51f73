import { useId, type ReactNode } from 'react';
import { ScrollRegion } from '../ScrollRegion.tsx';
import css from './Pane.module.css';

interface PaneProps {
  readonly title: string;
  readonly className: string | undefined;
  /** At the end of the heading's line. */
  readonly aside?: ReactNode;
  /** Which text the pane shows, for what is selected in it. */
  readonly text?: 'note' | 'transcript';
  readonly children: ReactNode;
}

/** One column of the note view: its heading stays while its text scrolls. */
export function Pane({ title, className, aside, text, children }: PaneProps) {
  const id = useId();
  return (
    <section className={[css['pane'], className].join(' ')} aria-labelledby={id} data-text={text}>
      <div className={css['head']}>
        <h2 id={id} className={css['title']}>
          {title}
        </h2>
        {aside}
      </div>
      <ScrollRegion label={title} className={css['body']}>
        {children}
      </ScrollRegion>
    </section>
  );
}
