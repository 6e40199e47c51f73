/**
 * Tells this tab and the others that stored data changed. A channel never hears its own messages, so this
 * tab's listeners are called directly.
 */
import * as v from 'valibot';

const MessageSchema = v.variant('kind', [
  v.object({ kind: v.literal('changed') }),
  /** Another tab erases: let go of the database and open nothing until it is done. */
  v.object({ kind: v.literal('erase-started') }),
  v.object({ kind: v.literal('erase-finished') }),
]);

/** A tab that dies while erasing must not keep the others waiting for ever. */
const ERASE_TIMEOUT_MS = 15_000;

export interface DataChanges {
  subscribe(listener: () => void): () => void;
  /** Stored data changed here. */
  changed(): void;
  /** Runs `work` while the other tabs keep away from the database. */
  whileErasing<Result>(work: () => Promise<Result>): Promise<Result>;
}

export function createDataChanges(
  channel: BroadcastChannel | null,
  onEraseElsewhere: (finished: Promise<void>) => void,
): DataChanges {
  const listeners = new Set<() => void>();
  const notify = () => {
    for (const listener of [...listeners]) listener();
  };
  let eraseFinished: (() => void) | null = null;

  channel?.addEventListener('message', (event: MessageEvent<unknown>) => {
    const message = v.safeParse(MessageSchema, event.data);
    if (!message.success) return;
    switch (message.output.kind) {
      case 'changed':
        notify();
        break;
      case 'erase-started':
        onEraseElsewhere(
          new Promise((resolve) => {
            eraseFinished = resolve;
            setTimeout(resolve, ERASE_TIMEOUT_MS);
          }),
        );
        break;
      case 'erase-finished':
        eraseFinished?.();
        eraseFinished = null;
        notify();
        break;
    }
  });

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    changed: () => {
      notify();
      channel?.postMessage({ kind: 'changed' });
    },
    whileErasing: async (work) => {
      channel?.postMessage({ kind: 'erase-started' });
      try {
        return await work();
      } finally {
        channel?.postMessage({ kind: 'erase-finished' });
        notify();
      }
    },
  };
}
