/**
 * One error type for everything a user can meet. The code is what survives workers, storage and the
 * command line; the words and the next step come from the code in src/ui/i18n/errors.ts and
 * src/cli/messages.ts, never from here.
 */

export const ERROR_CODES = [
  // input
  'input/not-json',
  'input/not-utf8',
  'input/too-large',
  'input/schema',
  'input/seal-mismatch',
  'input/duplicate-id',
  'input/bad-rows',
  'input/unknown-format',
  'input/unknown-id',
  'input/empty',
  'input/option',
  // model and runtime
  'model/file-missing',
  'model/file-truncated',
  'model/file-altered',
  'model/not-a-model',
  'model/unsupported',
  'model/dtype-unavailable',
  'model/too-long',
  'model/wrong-tokenizer',
  'model/files-changed',
  'model/no-permission',
  'model/incomplete',
  'runtime/webgpu-unavailable',
  'runtime/device-lost',
  'runtime/out-of-memory',
  'runtime/unsupported-operation',
  'runtime/watchdog',
  'runtime/failed',
  'runtime/cancelled',
  // storage
  'storage/quota',
  'storage/blocked',
  'storage/version',
  'storage/corrupt',
  'storage/missing',
  'storage/locked-by-other-tab',
  'storage/failed',
  // vault
  'vault/locked',
  'vault/wrong-passphrase',
  'vault/too-soon',
  // runs
  'run/not-resumable',
  'run/merge-gap',
  'run/merge-duplicate',
  'run/merge-mismatch',
  'run/anchored-reference',
  // network
  'network/offline',
  'network/html-instead-of-file',
  'network/http-status',
  'network/not-permitted',
  'network/not-enforced',
  // the model hub
  'hub/unreachable',
  'hub/not-found',
  'hub/gated',
  'hub/busy',
  'hub/nothing-usable',
  // a server of the hospital's own network
  'server/not-permitted',
  'server/unreachable',
  'server/refused',
  'server/not-found',
  'server/busy',
  'server/wrong-answer',
  'server/not-agreed',
  // ours
  'defect',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** Plain data only: it is cloned between threads and written to records. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | readonly string[]>>;

export interface PlainError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly details: ErrorDetails;
}

export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
    this.details = details;
  }

  toPlain(): PlainError {
    return { code: this.code, message: this.message, details: this.details };
  }

  static fromPlain(plain: PlainError): AppError {
    return new AppError(plain.code, plain.message, plain.details);
  }
}

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && (ERROR_CODES as readonly string[]).includes(value);
}

/** Any thrown value as an AppError; what is not ours becomes `fallback` and keeps its message. */
export function toAppError(thrown: unknown, fallback: ErrorCode = 'defect'): AppError {
  if (thrown instanceof AppError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new AppError(fallback, message, {}, { cause: thrown });
}

/** Cancelling is the user's choice, not a failure: it is never shown as an error. */
export function isCancelled(thrown: unknown): boolean {
  return (
    (thrown instanceof AppError && thrown.code === 'runtime/cancelled') ||
    (thrown instanceof Error && thrown.name === 'AbortError')
  );
}
