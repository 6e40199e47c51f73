/** One request to the hub, with every way it can go wrong in our codes. */
import { AppError } from '../../src/core/errors.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Nothing of this page goes along: no cookies, no address of ours, no cache that would keep the file twice. */
const INIT: RequestInit = {
  mode: 'cors',
  credentials: 'omit',
  cache: 'no-store',
  referrerPolicy: 'no-referrer',
  redirect: 'follow',
};

export async function hubRequest(
  send: Fetch,
  url: string,
  options: { readonly headers?: Readonly<Record<string, string>>; readonly signal: AbortSignal },
): Promise<Response> {
  const { signal, headers = {} } = options;
  try {
    return await send(url, { ...INIT, headers, signal });
  } catch (thrown) {
    if (signal.aborted) throw new AppError('runtime/cancelled', 'the download was stopped');
    throw unreachable(url, thrown);
  }
}

export function unreachable(url: string, thrown: unknown): AppError {
  const why = thrown instanceof Error ? thrown.message : String(thrown);
  const { host } = new URL(url);
  return new AppError('hub/unreachable', `${host} did not answer: ${why}`, { host });
}

/** Null for an answer that can be used. */
export function refusal(response: Response, url: string, what: string): AppError | null {
  const { host } = new URL(url);
  const details = { host, file: what, status: response.status };
  const said = response.headers.get('x-error-message') ?? '';
  if (response.status === 401 || response.status === 403)
    return new AppError('hub/gated', `${host} gives ${what} only to accounts it knows. ${said}`, details);
  if (response.status === 404 || response.status === 410)
    return new AppError('hub/not-found', `${host} has no ${what}. ${said}`, details);
  if (response.status === 429)
    return new AppError('hub/busy', `${host} asks to wait before ${what} is fetched again`, details);
  if (!response.ok && response.status !== 416)
    return new AppError('network/http-status', `${what}: ${host} answered ${response.status}`, details);
  return null;
}
