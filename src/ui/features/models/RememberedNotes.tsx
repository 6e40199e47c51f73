import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { HashProgress } from '../../../app/models/hash-files.ts';
import type { ModelEntry } from '../../../app/services.ts';
import { AppError } from '../../../core/errors.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Notice } from '../../components/Notice.tsx';
import { useServices } from '../../services-context.ts';
import { HashBar } from './HashBar.tsx';

/** Whether the files may be read, and whether they are still those that were hashed at first use. */
export function RememberedNotes({ model }: { readonly model: ModelEntry }) {
  const { models } = useServices();
  const client = useQueryClient();
  const [progress, setProgress] = useState<HashProgress | null>(null);
  const again = () => client.invalidateQueries({ queryKey: ['models'] });
  const allow = useMutation({ mutationFn: () => models.allow(model.id), onSuccess: again });
  const check = useMutation({
    mutationFn: async () => {
      const changed = await models.check(model.id, setProgress);
      if (changed.length === 0) return;
      throw new AppError('model/files-changed', `${changed.join(', ')} changed`, { files: changed });
    },
    onSettled: () => {
      setProgress(null);
      again().catch(() => undefined);
    },
  });
  if (model.remembered !== true)
    return (
      <p className="small muted">
        For this visit: this browser cannot remember files, so choose them again after a reload.
      </p>
    );
  return (
    <>
      <div className="row">
        {model.access === 'ask' && (
          <button type="button" className="primary" disabled={allow.isPending} onClick={() => allow.mutate()}>
            Allow reading
          </button>
        )}
        <button type="button" disabled={check.isPending} onClick={() => check.mutate()}>
          Check the files
        </button>
        <span className="small muted">
          {model.access === 'ask'
            ? 'Remembered; the browser asks you again before its files are read in this visit.'
            : 'Remembered for later visits.'}
        </span>
      </div>
      {progress !== null && <HashBar progress={progress} />}
      {check.isSuccess && (
        <Notice tone="ok" live>
          <p>Every file has the hash that was recorded at first use.</p>
        </Notice>
      )}
      {check.isError && <ErrorNotice error={check.error} />}
      {allow.isError && <ErrorNotice error={allow.error} />}
    </>
  );
}
