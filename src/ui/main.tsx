import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './styles/tokens.css';
import './styles/base.css';
import { compose } from '../app/compose.ts';
import type { Services } from '../app/services.ts';
import { protectPage } from '../app/service-worker-client.ts';
import { App } from './App.tsx';
import { createQueryClient } from './queries/stored.ts';
import { initTheme } from './state/ui-store.ts';
import { useUpdate } from './state/update-store.ts';

/** The real ones; on the development server `?invented` asks for invented data (the build leaves this out). */
async function services(): Promise<Services> {
  const asked = new URLSearchParams(location.search);
  if (!import.meta.env.DEV || !asked.has('invented')) return compose();
  return (await import('./testing/invented-services.ts')).inventedServices(asked);
}

/** Nothing is opened or shown before the service worker's policy holds, or is known not to be available. */
async function start(): Promise<void> {
  initTheme();
  const shell = await protectPage();
  if (shell.kind === 'reloading') return;
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no #root');
  createRoot(root).render(
    <StrictMode>
      <App
        services={await services()}
        client={createQueryClient()}
        unprotected={shell.kind === 'unprotected' ? shell.reason : null}
      />
    </StrictMode>,
  );
  const { followUpdates } = await import('../app/network/updates.ts');
  await followUpdates((update) => useUpdate.setState({ update }));
}

start().catch((error: unknown) => {
  const root = document.getElementById('root');
  if (root !== null)
    root.textContent = `Bedside could not start: ${error instanceof Error ? error.message : String(error)}`;
});
