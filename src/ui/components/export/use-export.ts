import { useRef, useState } from 'react';
import type { ExportOutcome, ExportRequest } from '../../../app/transfer/transfer-port.ts';
import { isCancelled } from '../../../core/errors.ts';
import { useToasts } from '../../state/toast-store.ts';
import { saveBlob } from '../save-blob.ts';

type Asked = Exclude<ExportOutcome, { kind: 'file' }>;
export type ExportWish = Omit<ExportRequest, 'runId'>;

/** Makes the file that is wished for, or says what must be agreed to first. */
export type WriteExport = (
  wish: ExportWish,
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
) => Promise<ExportOutcome>;

export interface ExportWork {
  readonly busy: boolean;
  readonly progress: { readonly done: number; readonly total: number } | null;
  /** What must be agreed to before text leaves. */
  readonly asked: Asked | null;
  readonly error: unknown;
  start(wish: ExportWish): void;
  cancel(): void;
  reset(): void;
}

export function useExport(write: WriteExport, onSaved: () => void): ExportWork {
  const running = useRef<AbortController | null>(null);
  const [busy, setBusy] = useState(false);
  const [progress, setProgress] = useState<ExportWork['progress']>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [error, setError] = useState<unknown>(null);

  async function run(wish: ExportWish, signal: AbortSignal): Promise<void> {
    const outcome = await write(wish, (done, total) => setProgress({ done, total }), signal);
    if (outcome.kind !== 'file') {
      setAsked(outcome);
      return;
    }
    saveBlob(outcome.blob, outcome.name);
    useToasts.getState().show({ text: `Saved ${outcome.name}.` });
    onSaved();
  }

  return {
    busy,
    progress,
    asked,
    error,
    start: (wish) => {
      const controller = new AbortController();
      running.current = controller;
      setBusy(true);
      setError(null);
      run(wish, controller.signal)
        .catch((thrown: unknown) => {
          if (!isCancelled(thrown)) setError(thrown);
        })
        .finally(() => {
          setBusy(false);
          setProgress(null);
        });
    },
    cancel: () => running.current?.abort(),
    reset: () => {
      setAsked(null);
      setError(null);
    },
  };
}
