/**
 * Origins outside this site that the worker for servers may send prompts to: OpenAI-compatible servers on this machine or
 * on the hospital's own network. Fixed when the page is built (BEDSIDE_ENDPOINTS, separated by commas), so that no
 * setting and no catalogue can add one; empty in the build we publish.
 */
declare const __BEDSIDE_ENDPOINTS__: string | undefined;

/** An origin and nothing after it: nothing in it can end a directive of the policy. */
const ORIGIN = /^https?:\/\/[A-Za-z0-9.-]+(:\d+)?$/u;

export function endpointsOf(setting: string | undefined): readonly string[] {
  const origins = (setting ?? '')
    .split(',')
    .map((part) => part.trim().replace(/\/+$/u, ''))
    .filter((part) => part !== '');
  const wrong = origins.find((origin) => !ORIGIN.test(origin));
  if (wrong !== undefined) {
    throw new Error(
      `BEDSIDE_ENDPOINTS must name origins such as https://llm.hospital.example or http://localhost:11434, not "${wrong}"`,
    );
  }
  // As a browser writes them, so that they can be compared: without a scheme's own port, in small letters.
  return [...new Set(origins.map(canonicalOrigin))];
}

function canonicalOrigin(origin: string): string {
  const lower = origin.toLowerCase();
  return lower.replace(/^(http:\/\/[^:]+):80$/u, '$1').replace(/^(https:\/\/[^:]+):443$/u, '$1');
}

export const ALLOWED_ENDPOINTS: readonly string[] = endpointsOf(
  typeof __BEDSIDE_ENDPOINTS__ === 'undefined' ? undefined : __BEDSIDE_ENDPOINTS__,
);
