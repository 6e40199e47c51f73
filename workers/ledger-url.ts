import { MAX_LEDGER_URL, type Outcome } from '../src/core/network/network-event.ts';

/**
 * An address as the ledger keeps it. Of this site: its path. Of another: the origin, and the path only where the
 * request was permitted, because a refused address may be made of the text that somebody tried to send.
 */
export function ledgerUrl(
  href: string,
  site: string,
  outcome: Outcome,
): { readonly url: string; readonly own: boolean } {
  let url: URL;
  try {
    url = new URL(href, site);
  } catch {
    // The browser names some refusals by a word: "inline", "eval", "wasm-eval".
    return { url: href.slice(0, 20), own: false };
  }
  if (url.origin === site) return { url: url.pathname.slice(0, MAX_LEDGER_URL), own: true };
  const refused = outcome === 'refused' || outcome === 'blocked';
  const text = url.origin === 'null' ? url.protocol : `${url.origin}${refused ? '' : url.pathname}`;
  return { url: text.slice(0, MAX_LEDGER_URL), own: false };
}
