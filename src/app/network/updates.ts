/**
 * A newer build waits until the person agrees, and until no tab writes a run: taking over pulls the old build's files
 * away. The service worker checks that itself; this is its page end.
 */
import { askShell } from './ask-shell.ts';
import { copyInBackground } from './background-copy.ts';
import { pageQuiet } from './page-quiet.ts';

export type Update =
  /** `apply` gives false when a run is going on in some tab; otherwise the page loads again. */
  | { readonly kind: 'ready'; apply(): Promise<boolean> }
  /** Another tab let the new version in: what this one still has to load is no longer there. */
  | { readonly kind: 'replaced' };

export async function followUpdates(listener: (update: Update) => void): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.ready;
  // Once the page is on screen its files may be fetched again, for the times without a connection.
  pageQuiet()
    .then(() => registration.active?.postMessage({ type: 'cache-shell' }))
    .catch(() => undefined);
  copyInBackground();

  let asked = false;
  let controller = navigator.serviceWorker.controller;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    const first = controller === null;
    controller = navigator.serviceWorker.controller;
    // The first worker of a first visit takes nothing away.
    if (asked) location.reload();
    else if (!first) listener({ kind: 'replaced' });
  });

  const announce = (waiting: ServiceWorker): void =>
    listener({
      kind: 'ready',
      apply: async () => {
        asked = true;
        const answer = await askShell({ type: 'apply-update' }, { worker: waiting });
        asked = answer?.ok === true;
        return asked;
      },
    });
  if (registration.waiting !== null) announce(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed' && navigator.serviceWorker.controller !== null)
        announce(installing);
    });
  });
}
