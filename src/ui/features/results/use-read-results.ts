import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { isCancelled } from '../../../core/errors.ts';
import type { ReadResults } from '../../../core/results-import/read-results.ts';
import { resultPath } from '../../routes.ts';
import { useServices } from '../../services-context.ts';

export interface ReadingResults {
  /** Null when nothing is being read; `part` is null where it is not known how far it is. */
  readonly reading: { readonly part: number | null } | null;
  readonly preview: ReadResults | null;
  readonly error: unknown;
  start(files: readonly File[]): void;
  stop(): void;
  close(): void;
}

/** Our own runs are stored and opened, others are shown first. Leaving the page stops the reading. */
export function useReadResults(): ReadingResults {
  const services = useServices();
  const [, navigate] = useLocation();
  const running = useRef<AbortController | null>(null);
  const [reading, setReading] = useState<ReadingResults['reading']>(null);
  const [preview, setPreview] = useState<ReadResults | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function read(files: readonly File[], signal: AbortSignal): Promise<void> {
    const [file] = files;
    if (file !== undefined && files.length === 1 && (await isOwnRun(file))) {
      const runId = await services.runs.importJsonl(file, signal);
      // Kept from here on: leaving for the run's page takes nothing back.
      running.current = null;
      navigate(resultPath(runId));
      return;
    }
    const transfer = await services.transfer();
    const onProgress = (part: number | null): void => {
      if (!signal.aborted) setReading({ part });
    };
    const found = await transfer.preview(files, onProgress, signal);
    if (!signal.aborted) setPreview(found);
  }

  return {
    reading,
    preview,
    error,
    start: (files) => {
      const controller = new AbortController();
      const { signal } = controller;
      running.current = controller;
      setError(null);
      setReading({ part: null });
      read(files, signal)
        .catch((thrown: unknown) => {
          if (!signal.aborted && !isCancelled(thrown)) setError(thrown);
        })
        .finally(() => {
          if (!signal.aborted) setReading(null);
        });
    },
    // Said at once, even while what would read is still on its way; nothing of it is shown afterwards.
    stop: () => {
      running.current?.abort();
      setReading(null);
    },
    close: () => setPreview(null),
  };
}

/** Our own form says so in its first line. */
async function isOwnRun(file: File): Promise<boolean> {
  const start = await file.slice(0, 4096).text();
  return /^\s*\{[^\n]*"kind"\s*:\s*"run"/.test(start);
}
