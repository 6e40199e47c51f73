/**
 * The response headers that make the page private by construction, in one place: the local server sends them,
 * and on hosts that cannot set headers the service worker adds them to every response (a worker takes its
 * policy from its own response, so a meta tag on the page would not bind it).
 */

const CSP_DIRECTIVES: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  // WebAssembly compilation needs its own keyword; no inline script, no eval.
  'script-src': "'self' 'wasm-unsafe-eval'",
  'worker-src': "'self'",
  'connect-src': "'self'",
  'img-src': "'self' data: blob:",
  'style-src': "'self'",
  'font-src': "'self'",
  'manifest-src': "'self'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  webrtc: "'block'",
};

/** Directives that a meta tag may not carry. */
const HEADER_ONLY = new Set(['frame-ancestors', 'webrtc']);

export function contentSecurityPolicy(form: 'header' | 'meta'): string {
  return Object.entries(CSP_DIRECTIVES)
    .filter(([name]) => form === 'header' || !HEADER_ONLY.has(name))
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy('header'),
  // Isolation is what gives WebAssembly its threads and memory measurement.
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-DNS-Prefetch-Control': 'off',
};
