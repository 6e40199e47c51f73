import { useEffect, useRef, useState } from 'react';
import type { ImportPreview, ImportProgress, ImportRequest } from '../../../app/services.ts';
import { AppError, isCancelled } from '../../../core/errors.ts';
import type { PackHeader } from '../../../core/packs/pack.ts';
import { useServices } from '../../services-context.ts';

export interface Import {
  readonly request: ImportRequest;
  readonly preview: ImportPreview | null;
  /** Null when nothing goes on. */
  readonly busy: { readonly doing: 'reading' | 'storing'; readonly progress: ImportProgress | null } | null;
  readonly error: unknown;
  /** For the files that are chosen next. */
  readonly setFormat: (importerId: string | null) => void;
  /** `map` empty: what was said of these columns before, or a guess. */
  readonly read: (change: Partial<ImportRequest>) => void;
  readonly store: (asPrivate: boolean) => void;
  /** Ends what goes on; what was read before stays. */
  readonly stop: () => void;
  readonly clear: () => void;
}

const NOTHING: ImportRequest = { files: [], importerId: null, map: {} };

/** Reads files without storing anything, and stores when told to. Leaving the page ends both. */
export function useImport(onStored: (header: PackHeader) => void): Import {
  const { packs } = useServices();
  const running = useRef<AbortController | null>(null);
  const [request, setRequest] = useState<ImportRequest>(NOTHING);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [busy, setBusy] = useState<Import['busy']>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => () => running.current?.abort(), []);

  function start(
    doing: 'reading' | 'storing',
    work: (watch: { signal: AbortSignal; onProgress: (progress: ImportProgress) => void }) => Promise<void>,
  ) {
    running.current?.abort();
    const controller = new AbortController();
    const { signal } = controller;
    running.current = controller;
    setError(null);
    setBusy({ doing, progress: null });
    const onProgress = (progress: ImportProgress) => {
      if (!signal.aborted) setBusy({ doing, progress });
    };
    work({ signal, onProgress })
      .catch((thrown: unknown) => {
        if (!isCancelled(thrown) && !signal.aborted) setError(thrown);
      })
      .finally(() => {
        if (running.current !== controller) return;
        running.current = null;
        setBusy(null);
      });
  }

  const clear = () => {
    setRequest(NOTHING);
    setPreview(null);
    setError(null);
  };

  return {
    request,
    preview,
    busy,
    error,
    setFormat: (importerId) => setRequest({ ...request, importerId }),
    read: (change) => {
      // What was said of the columns holds for one reading; the next one says it again.
      const { answersFrom: _counting, remembered: _maps, ...kept } = request;
      const next: ImportRequest = { ...kept, ...change };
      setRequest(next);
      // What another file or another reading showed must not stand beside this one.
      if (change.files !== undefined || change.importerId !== undefined) setPreview(null);
      start('reading', async (watch) => {
        if (next.files.length === 0) throw new AppError('input/empty', 'no file in the drop');
        const found = await packs.preview(next, watch).catch((thrown: unknown) => {
          if (!watch.signal.aborted) setPreview(null);
          throw thrown;
        });
        if (!watch.signal.aborted) setPreview(found);
      });
    },
    store: (asPrivate) => {
      if (preview === null) return;
      start('storing', async (watch) => {
        const header = await packs.import(request, preview, { ...watch, asPrivate });
        clear();
        onStored(header);
      });
    },
    stop: () => running.current?.abort(),
    clear,
  };
}
