/** One request as it was seen: by the service worker, by the thread that made it, or as a refusal of the browser's. */
import * as v from 'valibot';

/** Between the page, its workers and its service worker. */
export const NETWORK_CHANNEL = 'bedside-network';

export const OUTCOMES = [
  /** Reached the network. */
  'network',
  /** Answered from the offline copy; nothing was sent. */
  'copy',
  /** Asked for and not answered: no connection, or the server is gone. */
  'failed',
  /** The browser refused it because of the security policy. */
  'refused',
  /** The service worker refused it. */
  'blocked',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Longer addresses are cut: a ledger that can be filled from outside must stay small. */
export const MAX_LEDGER_URL = 300;

export const NetworkEventSchema = v.strictObject({
  /** Unique, so that an event told twice is counted once. */
  id: v.pipe(v.string(), v.maxLength(80)),
  at: v.pipe(v.number(), v.finite()),
  url: v.pipe(v.string(), v.maxLength(MAX_LEDGER_URL)),
  own: v.boolean(),
  from: v.picklist(['page', 'worker', 'service worker']),
  /** The request's destination (script, worker, image …) or, of a refusal, the directive. */
  kind: v.pipe(v.string(), v.maxLength(60)),
  outcome: v.picklist(OUTCOMES),
  /** Of the body; null where the browser does not tell. */
  bytes: v.nullable(v.pipe(v.number(), v.minValue(0))),
});
export type NetworkEvent = v.InferOutput<typeof NetworkEventSchema>;

/** Not requests: they never leave the thread that names them. */
export function isLocal(href: string): boolean {
  return /^(data|blob|about|javascript):/iu.test(href);
}
