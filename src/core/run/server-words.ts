import type { RunHeader } from '../contracts.ts';

/** Said wherever a run's results show, when a server answered; null for a run on this device. */
export function serverWords({ runtime }: Pick<RunHeader, 'runtime'>): string | null {
  const { server } = runtime;
  return server === undefined
    ? null
    : `Not on this device: answered by the server at ${server.origin}, where the model is called "${server.model}".`;
}

/** What left the device, and by whose leave; null for a run on this device. */
export function sentWords({ sentTo }: Pick<RunHeader, 'sentTo'>): string | null {
  if (sentTo === undefined) return null;
  return sentTo.agreedAt === null
    ? `to ${sentTo.origin}; the pack came with the page, so no agreement was asked`
    : `to ${sentTo.origin}, agreed for this run at ${sentTo.agreedAt}`;
}
