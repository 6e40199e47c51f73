/**
 * The network's page end without its code in the first load: it is fetched at once, and what the browser refuses until
 * it is there is kept for it. Requests made meanwhile are told later by the browser's and the service worker's lists.
 */
import type { Network } from './network.ts';

export function lazyNetwork(): () => Promise<Network> {
  const early: Event[] = [];
  const keep = (event: Event) => void early.push(event);
  addEventListener('securitypolicyviolation', keep);
  const connect = async (): Promise<Network> => {
    const { connectNetwork } = await import('./connect-network.ts');
    removeEventListener('securitypolicyviolation', keep);
    return connectNetwork(early);
  };
  let network: Promise<Network> | null = connect();
  network.catch(() => (network = null));
  return () => (network ??= connect());
}
