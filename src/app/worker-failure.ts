import { AppError } from '../core/errors.ts';

/**
 * Rejects when the worker fails outside a call, and never resolves: Comlink waits for ever on a worker that could
 * not start, so every call races against this.
 */
export function workerFailure(worker: Worker, name: string): Promise<never> {
  const failed = new Promise<never>((_resolve, reject) => {
    worker.addEventListener('error', (event) => {
      reject(
        new AppError('defect', `the ${name} worker failed: ${event.message || 'it could not be loaded'}`),
      );
    });
  });
  // A failure between two calls is told by the next one.
  failed.catch(() => undefined);
  return failed;
}
