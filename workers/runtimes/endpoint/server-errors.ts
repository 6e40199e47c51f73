/** Every way a server can refuse or fail, in our codes. */
import * as v from 'valibot';
import { AppError } from '../../../src/core/errors.ts';
import { RefusalSchema } from './answer-schemas.ts';

const MOST_SAID = 300;

/** The servers word it differently; that the prompt does not fit is the one refusal a run goes on after. */
const TOO_LONG =
  /context[ _-]?(length|size|window)|maximum context|too (long|many tokens)|exceed_context|n_ctx/iu;

/** What the server said of itself, short: it is kept with the record. */
export function saidIn(body: string): string {
  try {
    const refusal = v.safeParse(RefusalSchema, JSON.parse(body));
    if (refusal.success) {
      const { error } = refusal.output;
      return (typeof error === 'string' ? error : (error.message ?? error.type ?? '')).slice(0, MOST_SAID);
    }
  } catch {
    // Not JSON: shown as it is.
  }
  return body.slice(0, MOST_SAID);
}

export function refusalOf(status: number, body: string, origin: string, what: string): AppError {
  const said = saidIn(body);
  const words = (begin: string): string => (said === '' ? begin : `${begin}: ${said}`);
  const details = { server: origin, status };
  if (status === 401 || status === 403)
    return new AppError('server/refused', words(`${origin} answered ${status} to ${what}`), details);
  if ((status === 400 || status === 413 || status === 422) && TOO_LONG.test(body))
    return new AppError('model/too-long', words(`${origin} says that the prompt does not fit`), details);
  if (status === 404 || status === 405)
    return new AppError('server/not-found', words(`${origin} answered ${status} to ${what}`), details);
  if (status === 429 || status >= 500)
    return new AppError('server/busy', words(`${origin} answered ${status} to ${what}`), details);
  return new AppError('server/wrong-answer', words(`${origin} answered ${status} to ${what}`), details);
}

export function wrongAnswer(origin: string, why: string): AppError {
  return new AppError('server/wrong-answer', `${origin}: ${why}`, { server: origin });
}

export function unreachable(origin: string, thrown: unknown): AppError {
  const why = thrown instanceof Error ? thrown.message : String(thrown);
  return new AppError(
    'server/unreachable',
    `${origin} did not answer, or does not permit this page's address (CORS): ${why}`,
    { server: origin },
  );
}
