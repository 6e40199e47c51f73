import { Link } from 'wouter';
import { ALLOWED_ENDPOINTS } from '../../core/network/allowed-endpoints.ts';
import type { DeviceProbe } from '../../../workers/protocol.ts';
import { useProbe } from '../queries/fixed.ts';
import { useServices } from '../services-context.ts';
import { ROUTES } from '../routes.ts';
import css from './StatusLine.module.css';

/** How the processor is used, and why it is not used better. */
export function threadWords(wasm: DeviceProbe['wasm']): string {
  if (!wasm.crossOriginIsolated) return 'single-threaded, because this page is not cross-origin isolated';
  if (wasm.threads <= 1) return 'single-threaded, because this device offers one thread';
  return `up to ${wasm.threads} threads`;
}

/** Foot of every page: what this page runs on, and what guards it. */
export function StatusLine({ unprotected }: { readonly unprotected: string | null }) {
  const { appVersion } = useServices();
  const probe = useProbe();
  return (
    <footer className={css['foot']}>
      <span>
        <Link href={ROUTES.network}>Network</Link>
        {unprotected === null
          ? ALLOWED_ENDPOINTS.length === 0
            ? ': only this page’s own site is permitted.'
            : ': only this page’s own site, and servers of this build when you choose one.'
          : `: not guarded, and no offline copy (${unprotected}).`}
      </span>
      <span>
        {probe.isSuccess
          ? `Processor: ${threadWords(probe.data.wasm)}. Graphics: ${probe.data.webgpu.available ? 'available' : 'not available'}.`
          : probe.isError
            ? 'This device could not be examined.'
            : 'Looking at this device …'}
      </span>
      <span>Bedside {appVersion}. Not a medical device.</span>
    </footer>
  );
}
