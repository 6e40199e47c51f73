import type { ReactNode } from 'react';
import css from './Notice.module.css';

interface NoticeProps {
  readonly tone?: 'plain' | 'warn' | 'ok';
  readonly children: ReactNode;
  /** Announce it when it appears. */
  readonly live?: boolean;
}

export function Notice({ tone = 'plain', live = false, children }: NoticeProps) {
  return (
    <div className={css[tone]} {...(live ? { role: 'status' } : {})}>
      {children}
    </div>
  );
}
