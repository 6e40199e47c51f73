import { useRef, useState } from 'react';
import type { ExportOutcome, ExportRequest } from '../../../app/transfer/transfer-port.ts';
import type { RunHeader } from '../../../core/contracts.ts';
import { isCancelled } from '../../../core/errors.ts';
import { saveBlob } from '../../components/save-blob.ts';
import { useServices } from '../../services-context.ts';
import { useToasts } from '../../state/toast-store.ts';

type Asked = Exclude<ExportOutcome, { kind: 'file' }>;
type Request = Omit<ExportRequest, 'runId'>;

export interface ExportWork {
  readonly busy: boolean;
  readonly progress: { readonly done: number; readonly total: number } | null;
  /** What must be agreed to before text leaves. */
  readonly asked: Asked | null;
  readonly error: unknown;
  /** Null for run.jsonl. */
  start(request: Request | null): void;
  cancel(): void;
  reset(): void;
}

export function useExport(header: RunHeader, onSaved: () => void): ExportWork {
  const services = useServices();
  const running = useRef<AbortController | null>(null);
  const [busy, setBusy] = useState(false);
  const [progress, setProgress] = useState<ExportWork['progress']>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [error, setError] = useState<unknown>(null);

  function saved(blob: Blob, name: string): void {
    saveBlob(blob, name);
    useToasts.getState().show({ text: `Saved ${name}.` });
    onSaved();
  }

  async function run(request: Request | null, signal: AbortSignal): Promise<void> {
    if (request === null) {
      saved(await services.runs.exportJsonl(header.id), `${header.id}.run.jsonl`);
      return;
    }
    const transfer = await services.transfer();
    const told = (done: number, total: number) => setProgress({ done, total });
    const outcome = await transfer.write({ runId: header.id, ...request }, told, signal);
    if (outcome.kind === 'file') saved(outcome.blob, outcome.name);
    else setAsked(outcome);
  }

  return {
    busy,
    progress,
    asked,
    error,
    start: (request) => {
      const controller = new AbortController();
      running.current = controller;
      setBusy(true);
      setError(null);
      run(request, controller.signal)
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
