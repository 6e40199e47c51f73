/**
 * Errors keep their code between page and worker. Comlink's own "throw" handler copies only name, message
 * and stack; this replaces it, and adds one for an AppError passed as a value. Import for its effect, on
 * both sides: the handlers are looked up by name, so one side alone would not understand the other.
 */
import { transferHandlers, type TransferHandler } from 'comlink';
import { AppError, isErrorCode, toAppError, type PlainError } from '../src/core/errors.ts';

/** What Comlink hands to the handler named "throw"; its marker symbol is private, so its own test is reused. */
interface Thrown {
  readonly value: unknown;
}

function isAbort(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === 'AbortError';
}

/** Any thrown value as plain data. What nobody gave a code is a defect of ours, except an abort. */
export function thrownToPlain(thrown: unknown): PlainError {
  if (isAbort(thrown)) return new AppError('runtime/cancelled', 'cancelled').toPlain();
  return toAppError(thrown, 'defect').toPlain();
}

/** Plain data from the other thread as an AppError; what does not look like one becomes runtime/failed. */
export function plainToError(plain: unknown): AppError {
  if (typeof plain === 'object' && plain !== null && 'code' in plain && 'message' in plain) {
    const { code, message } = plain;
    const details = 'details' in plain && isDetails(plain.details) ? plain.details : {};
    if (isErrorCode(code) && typeof message === 'string')
      return AppError.fromPlain({ code, message, details });
  }
  return new AppError('runtime/failed', `the worker sent an error that is not in our form`);
}

function isDetails(value: unknown): value is PlainError['details'] {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every(
      (item) =>
        ['string', 'number', 'boolean'].includes(typeof item) ||
        (Array.isArray(item) && item.every((part) => typeof part === 'string')),
    )
  );
}

const original = transferHandlers.get('throw');
if (original === undefined) throw new AppError('defect', 'comlink has no handler named "throw"');
const isThrown = original.canHandle.bind(original);

const throwHandler: TransferHandler<Thrown, PlainError> = {
  canHandle: (value): value is Thrown => isThrown(value),
  serialize: (thrown) => [thrownToPlain(thrown.value), []],
  deserialize: (plain) => {
    throw plainToError(plain);
  },
};

const appErrorHandler: TransferHandler<AppError, PlainError> = {
  canHandle: (value): value is AppError => value instanceof AppError,
  serialize: (error) => [error.toPlain(), []],
  deserialize: plainToError,
};

transferHandlers.set('throw', throwHandler);
transferHandlers.set('app-error', appErrorHandler);
