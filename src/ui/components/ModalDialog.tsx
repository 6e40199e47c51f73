import { useEffect, useId, useRef, type ReactNode } from 'react';

interface ModalDialogProps {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  /** For tables of many columns. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A modal on the native dialog element: focus is kept inside, Escape closes, focus returns afterwards. */
export function ModalDialog({ title, open, onClose, wide = false, children }: ModalDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    if (open && !element.open) element.showModal();
    if (!open && element.open) element.close();
  }, [open]);
  return (
    <dialog ref={dialog} className={wide ? 'wide' : undefined} aria-labelledby={id} onClose={onClose}>
      {open && (
        <div className="stack">
          <h2 id={id}>{title}</h2>
          {children}
        </div>
      )}
    </dialog>
  );
}
