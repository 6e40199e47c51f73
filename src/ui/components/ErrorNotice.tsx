import { isCancelled, toAppError, type PlainError } from '../../core/errors.ts';
import { detailLines, ERROR_WORDS } from '../i18n/errors.ts';
import css from './Notice.module.css';

interface ErrorNoticeProps {
  /** A thrown value, or an error that came as data. */
  readonly error: unknown;
  readonly retry?: () => void;
}

function isPlain(error: unknown): error is PlainError {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    'details' in error &&
    !(error instanceof Error)
  );
}

/** What happened, the next step, and the technical details on request. Cancelling is never shown as an error. */
export function ErrorNotice({ error, retry }: ErrorNoticeProps) {
  if (isCancelled(error)) return null;
  const plain = isPlain(error) ? error : toAppError(error).toPlain();
  const words = ERROR_WORDS[plain.code];
  const lines = detailLines(plain.details);
  return (
    <div className={css['error']} role="alert">
      <p>
        <strong>{words.title}.</strong> {words.next}
      </p>
      {lines.length > 0 && (
        <ul className={css['place']}>
          {lines.slice(0, 3).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <details>
        <summary>Details</summary>
        <pre>{[plain.code, plain.message, ...lines].join('\n')}</pre>
      </details>
      {retry !== undefined && (
        <button type="button" onClick={retry}>
          Try again
        </button>
      )}
    </div>
  );
}
