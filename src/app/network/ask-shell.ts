/** One question to the service worker and its answer. */
import * as v from 'valibot';
import { ShellAnswerSchema, type ShellAnswer, type ShellMessage } from '../../../workers/shell/messages.ts';

const PATIENCE_MS = 5_000;

/** The worker that answers this page's requests, else the one that is active; null where there is none. */
async function shellWorker(): Promise<ServiceWorker | null> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return null;
  const { controller } = navigator.serviceWorker;
  return controller ?? (await navigator.serviceWorker.getRegistration())?.active ?? null;
}

/** Null when no service worker is there or it does not answer. */
export async function askShell(
  message: ShellMessage,
  options: { readonly worker?: ServiceWorker; readonly patienceMs?: number } = {},
): Promise<ShellAnswer | null> {
  const worker = options.worker ?? (await shellWorker());
  if (worker === null) return null;
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    const finish = (answer: ShellAnswer | null): void => {
      clearTimeout(timer);
      port1.close();
      done(answer);
    };
    const timer = setTimeout(() => finish(null), options.patienceMs ?? PATIENCE_MS);
    port1.onmessage = ({ data }: MessageEvent<unknown>) => {
      const answer = v.safeParse(ShellAnswerSchema, data);
      finish(answer.success ? answer.output : null);
    };
    worker.postMessage(message, [port2]);
  });
}
