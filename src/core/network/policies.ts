/**
 * Which addresses the page, its workers and its service worker may reach, in one place. Three policies:
 * - default: this site only, and the endpoints fixed at build time (none in ours);
 * - strict-offline: this site only, whatever the build or a catalogue allows;
 * - hub-download: default, and the hub's hosts for the one worker that downloads models, for as long as a download
 *   that a person agreed to goes on.
 * A worker takes its policy from its own response, so each script gets what its role needs and no more: the thread
 * that runs models on this device reaches this site only, the one that has the hub's origins never sees patient text, and
 * the servers of the build are named to a worker of their own, which starts for a run that is to be answered there.
 */
import { ALLOWED_ENDPOINTS } from './allowed-endpoints.ts';
import { HUB } from './hub-hosts.ts';

export const POLICY_IDS = ['strict-offline', 'default', 'hub-download'] as const;
export type PolicyId = (typeof POLICY_IDS)[number];

/** What a response is for. Everything that is not one of the special workers counts as the page. */
export type ScriptRole = 'page' | 'engine-worker' | 'endpoint-worker' | 'hub-worker';

/** The public hub, or the mirror of this build. */
export const HUB_ORIGINS: readonly string[] = HUB.origins;

/** Held by the tab in which a download goes on that its user agreed to; the policy ends when the lock does. */
export const HUB_DOWNLOAD_LOCK = 'bedside-hub-download';

/** Origins besides our own that a role may connect to. */
export function permittedOrigins(
  policy: PolicyId,
  role: ScriptRole,
  endpoints: readonly string[] = ALLOWED_ENDPOINTS,
): readonly string[] {
  if (policy === 'strict-offline') return [];
  if (role === 'endpoint-worker') return endpoints;
  return policy === 'hub-download' && role === 'hub-worker' ? HUB_ORIGINS : [];
}

/** The parts of a URL that decide. */
interface Address {
  readonly origin: string;
  readonly protocol: string;
  readonly host: string;
}

/** Whether any role may reach this address now; what the service worker asks of a request that leaves the site. */
export function isPermitted(
  url: Address,
  site: string,
  policy: PolicyId,
  endpoints: readonly string[] = ALLOWED_ENDPOINTS,
): boolean {
  if (url.origin === site) return true;
  const roles: readonly ScriptRole[] = ['endpoint-worker', 'hub-worker'];
  return roles.some((role) =>
    permittedOrigins(policy, role, endpoints).some((origin) => matches(url, origin)),
  );
}

/** As a content security policy matches hosts: "*." stands for one or more labels. */
function matches(url: Address, source: string): boolean {
  const [scheme = '', host = ''] = source.split('://');
  if (url.protocol !== `${scheme}:`) return false;
  return host.startsWith('*.') ? url.host.endsWith(host.slice(1)) : url.host === host;
}

export function roleOfPath(path: string): ScriptRole {
  if (/(^|\/)engine\.worker[-.][^/]*$/u.test(path)) return 'engine-worker';
  if (/(^|\/)endpoint\.worker[-.][^/]*$/u.test(path)) return 'endpoint-worker';
  return /(^|\/)hub\.worker[-.][^/]*$/u.test(path) ? 'hub-worker' : 'page';
}

function directives(
  policy: PolicyId,
  role: ScriptRole,
  endpoints: readonly string[],
): Readonly<Record<string, string>> {
  return {
    'default-src': "'none'",
    // WebAssembly compilation needs its own keyword; no inline script, no eval.
    'script-src': "'self' 'wasm-unsafe-eval'",
    // No worker made of text: llama.cpp runs inside the engine worker, without the wrapper that starts one from a blob.
    'worker-src': "'self'",
    'connect-src': ["'self'", ...permittedOrigins(policy, role, endpoints)].join(' '),
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
}

/** Directives that a meta tag may not carry. */
const HEADER_ONLY = new Set(['frame-ancestors', 'webrtc']);

export function contentSecurityPolicy(
  policy: PolicyId = 'default',
  role: ScriptRole = 'page',
  form: 'header' | 'meta' = 'header',
  endpoints: readonly string[] = ALLOWED_ENDPOINTS,
): string {
  return Object.entries(directives(policy, role, endpoints))
    .filter(([name]) => form === 'header' || !HEADER_ONLY.has(name))
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

/** Every response of ours carries these; `path` is the file's own. */
export function securityHeaders(
  path: string,
  policy: PolicyId = 'default',
  endpoints: readonly string[] = ALLOWED_ENDPOINTS,
): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(policy, roleOfPath(path), 'header', endpoints),
    // Isolation is what gives WebAssembly its threads and memory measurement.
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-DNS-Prefetch-Control': 'off',
  };
}
