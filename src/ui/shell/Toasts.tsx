import { useEffect, useState } from 'react';
import { toAppError } from '../../core/errors.ts';
import { ERROR_WORDS } from '../i18n/errors.ts';
import { useToasts, type Toast } from '../state/toast-store.ts';
import css from './Toasts.module.css';

const SHOWN_MS = 12_000;

export function Toasts() {
  const toasts = useToasts((state) => state.toasts);
  return (
    <div className={css['region']} role="status" aria-label="Messages">
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

/** Stays while the pointer or the focus is on it. */
function ToastCard({ toast }: { readonly toast: Toast }) {
  const dismiss = useToasts((state) => state.dismiss);
  const show = useToasts((state) => state.show);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(() => dismiss(toast.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held, dismiss, toast.id]);
  const act = () => {
    dismiss(toast.id);
    Promise.resolve(toast.action?.run()).catch((thrown: unknown) => {
      const words = ERROR_WORDS[toAppError(thrown).code];
      show({ text: `${words.title}. ${words.next}` });
    });
  };
  return (
    <div
      className={css['toast']}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{toast.text}</span>
      {toast.action !== undefined && (
        <button type="button" onClick={act}>
          {toast.action.label}
        </button>
      )}
      <button type="button" className="quiet" aria-label="Dismiss message" onClick={() => dismiss(toast.id)}>
        ✕
      </button>
    </div>
  );
}
