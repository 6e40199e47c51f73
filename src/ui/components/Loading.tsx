import css from './Loading.module.css';

/** What is being read, in words, above quiet placeholder lines of about the right height. */
export function Loading({ what, lines = 4 }: { readonly what: string; readonly lines?: number }) {
  return (
    <div className={css['loading']} role="status">
      <p className="muted">Reading {what} …</p>
      <div aria-hidden="true" className={css['lines']}>
        {Array.from({ length: lines }, (_, at) => (
          <div key={at} className={css['line']} />
        ))}
      </div>
    </div>
  );
}
