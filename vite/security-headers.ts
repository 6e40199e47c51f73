/**
 * The policies of src/core/network/policies.ts as the servers send them. On hosts that cannot set headers the service
 * worker adds the same ones to every response; the meta tag covers the one load before it controls the page.
 */
import type { Plugin } from 'vite';
import { contentSecurityPolicy, securityHeaders } from '../src/core/network/policies.ts';

/** Of the page and of everything that is not a worker with a role of its own. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = securityHeaders('/');

/**
 * The development server's: the same, except that Vite itself writes inline scripts and styles into the page and
 * talks to it over a socket.
 */
export function developmentHeaders(): Readonly<Record<string, string>> {
  const policy = contentSecurityPolicy('default', 'engine-worker')
    .replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
    .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
    .replace("connect-src 'self'", "connect-src 'self' ws:");
  return { ...SECURITY_HEADERS, 'Content-Security-Policy': policy };
}

/** The page's own policy for the one load that happens before the service worker controls it. */
export function metaPolicy(): Plugin {
  return {
    name: 'bedside-meta-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: {
          'http-equiv': 'Content-Security-Policy',
          content: contentSecurityPolicy('default', 'page', 'meta'),
        },
        injectTo: 'head-prepend',
      },
    ],
  };
}
