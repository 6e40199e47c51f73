import { useState } from 'react';
import type { PackEntry } from '../../../app/services.ts';
import { deleteWithUndo } from '../../components/use-delete-run.ts';
import { useServices } from '../../services-context.ts';

export interface PackDeletion {
  /** How many samples are kept for Undo so far; null while nothing is being deleted. */
  readonly kept: number | null;
  readonly start: () => void;
  /** The pack stays. */
  readonly stop: () => void;
}

/** A large pack is kept compressed for Undo before it goes, which takes a while: it is said, and can be stopped. */
export function usePackDeletion({ header }: PackEntry): PackDeletion {
  const { packs } = useServices();
  const [kept, setKept] = useState<number | null>(null);
  const [stopper, setStopper] = useState<AbortController | null>(null);
  return {
    kept,
    start: () => {
      const controller = new AbortController();
      setStopper(controller);
      setKept(0);
      const remove = async () => {
        try {
          return await packs.remove(header.id, { onProgress: setKept, signal: controller.signal });
        } finally {
          setKept(null);
        }
      };
      deleteWithUndo(remove, `Pack ${header.title} deleted.`);
    },
    stop: () => stopper?.abort(),
  };
}
