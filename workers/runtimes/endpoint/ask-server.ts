/**
 * One request to the server of a run, and to no other: the origin must be one that this build was made with, redirects are
 * not followed, and neither cookies nor the page's address go along.
 */
import { AppError } from '../../../src/core/errors.ts';
import { refusalOf, unreachable } from './server-errors.ts';

/** What a test gives instead of a browser and a build. */
export interface ServerSurroundings {
  readonly allowed: readonly string[];
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Whether the page's policy refused a request to this origin a moment ago; browsers only say that it failed. */
  readonly refusedByPolicy: (origin: string) => Promise<boolean>;
}

export interface Server {
  readonly origin: string;
  readonly key: string | undefined;
}

const INIT: RequestInit = {
  mode: 'cors',
  credentials: 'omit',
  cache: 'no-store',
  redirect: 'error',
  referrerPolicy: 'no-referrer',
};

/** Pauses before an overloaded or failing server is asked again. */
const PAUSES_MS = [1_000, 4_000];
/** A server that asks for more patience than this is told about instead of being waited for. */
const LONGEST_PAUSE_MS = 30_000;

export function requireAllowed(origin: string, allowed: readonly string[]): void {
  if (allowed.includes(origin)) return;
  throw new AppError('server/not-permitted', `this build may not send anything to ${origin}`, {
    server: origin,
    allowed: allowed.length === 0 ? ['none'] : allowed,
  });
}

/** A successful answer, or our words for why there is none. `body` null asks with GET. */
export async function askServer(
  around: ServerSurroundings,
  server: Server,
  path: string,
  body: object | null,
  signal: AbortSignal,
): Promise<Response> {
  const { origin, key } = server;
  requireAllowed(origin, around.allowed);
  const init: RequestInit = {
    ...INIT,
    method: body === null ? 'GET' : 'POST',
    headers: {
      accept: body === null ? 'application/json' : 'text/event-stream, application/json',
      ...(body === null ? {} : { 'content-type': 'application/json' }),
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
    },
    ...(body === null ? {} : { body: JSON.stringify(body) }),
    signal,
  };
  for (const pause of [...PAUSES_MS, null]) {
    let response: Response;
    try {
      response = await around.fetch(`${origin}${path}`, init);
    } catch (thrown) {
      if (signal.aborted) throw stopped(origin, signal);
      if (await around.refusedByPolicy(origin))
        throw new AppError('server/not-permitted', `the policy in force refuses ${origin}`, {
          server: origin,
        });
      throw unreachable(origin, thrown);
    }
    if (response.ok) return response;
    const error = refusalOf(response.status, await response.text().catch(() => ''), origin, path);
    const wanted = Number(response.headers.get('retry-after') ?? '0') * 1_000;
    if (error.code !== 'server/busy' || pause === null || wanted > LONGEST_PAUSE_MS) throw error;
    await around.wait(Math.max(pause, Number.isFinite(wanted) ? wanted : 0), signal);
    if (signal.aborted) throw cancelled();
  }
  throw new AppError('defect', 'the last attempt neither answered nor failed');
}

/** A person's cancel, or the end of our patience. */
function stopped(origin: string, signal: AbortSignal): AppError {
  const { reason } = signal as { reason: unknown };
  return reason instanceof DOMException && reason.name === 'TimeoutError'
    ? unreachable(origin, reason)
    : cancelled();
}

export function cancelled(): AppError {
  return new AppError('runtime/cancelled', 'cancelled while the server was asked');
}
