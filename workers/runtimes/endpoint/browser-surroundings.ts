import type { ServerSurroundings } from './ask-server.ts';

/** A refusal of the policy is told in a task of its own, after the request has failed. */
const REFUSAL_DELAY_MS = 200;
const refused = new Set<string>();

if (typeof globalThis.addEventListener === 'function') {
  globalThis.addEventListener('securitypolicyviolation', (event) => {
    if (!(event instanceof SecurityPolicyViolationEvent)) return;
    try {
      refused.add(new URL(event.blockedURI).origin);
    } catch {
      // "inline" and the like: no request.
    }
  });
}

export const BROWSER: Omit<ServerSurroundings, 'allowed'> = {
  fetch: (url, init) => fetch(url, init),
  wait: (ms, signal) =>
    new Promise((done) => {
      const timer = setTimeout(done, ms);
      signal.addEventListener(
        'abort',
        () => {
          clearTimeout(timer);
          done();
        },
        { once: true },
      );
    }),
  refusedByPolicy: async (origin) => {
    await new Promise((done) => setTimeout(done, REFUSAL_DELAY_MS));
    return refused.has(origin);
  },
};
