/** Development only: every page on invented data. `?empty` and `?broken` show those states. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../styles/tokens.css';
import '../styles/base.css';
import { App } from '../App.tsx';
import { AppError } from '../../core/errors.ts';
import { createQueryClient } from '../queries/stored.ts';
import { initTheme } from '../state/ui-store.ts';
import { fakeServices } from './fake-services.ts';

const asked = new URLSearchParams(location.search);
initTheme();
const services = fakeServices({
  ...(asked.has('empty') ? { runs: [], packs: [] } : {}),
  ...(asked.has('broken')
    ? { broken: new AppError('storage/failed', 'InvalidStateError: no database', { store: 'runs' }) }
    : {}),
});
const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App services={services} client={createQueryClient()} unprotected="development server" />
    </StrictMode>,
  );
}
