import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './styles/tokens.css';
import './styles/base.css';
import { compose } from '../app/compose.ts';
import { onUpdateWaiting, protectPage } from '../app/service-worker-client.ts';
import { App } from './App.tsx';
import { createQueryClient } from './queries/stored.ts';
import { showUpdate } from './state/toast-store.ts';
import { initTheme } from './state/ui-store.ts';

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
        services={compose()}
        client={createQueryClient()}
        unprotected={shell.kind === 'unprotected' ? shell.reason : null}
      />
    </StrictMode>,
  );
  await onUpdateWaiting(showUpdate);
}

start().catch((error: unknown) => {
  const root = document.getElementById('root');
  if (root !== null)
    root.textContent = `Bedside could not start: ${error instanceof Error ? error.message : String(error)}`;
});
