/** Responses as they leave the service worker: with the headers of the policy in force. */
import { securityHeaders } from '../../src/core/network/policies.ts';
import { policyInForce } from './policy-in-force.ts';

/** A copy that carries our headers. Opaque and failed responses cannot be copied. */
export async function secured(request: Request, response: Response): Promise<Response> {
  if (response.type === 'opaque' || response.type === 'opaqueredirect' || response.type === 'error')
    return response;
  const headers = new Headers(response.headers);
  const ours = securityHeaders(new URL(request.url).pathname, await policyInForce());
  for (const [name, value] of Object.entries(ours)) headers.set(name, value);
  const bodyAllowed = ![101, 204, 205, 304].includes(response.status);
  return new Response(bodyAllowed ? response.body : null, {
    status: response.status,
    statusText: response.statusText,
    headers,
  });
}
