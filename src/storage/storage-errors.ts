/** What IndexedDB throws, as the closed list of codes the pages have words for. */
import { AppError } from '../core/errors.ts';

const CODE_BY_NAME = {
  QuotaExceededError: 'storage/quota',
  VersionError: 'storage/version',
} as const;

function isKnownName(name: string): name is keyof typeof CODE_BY_NAME {
  return Object.hasOwn(CODE_BY_NAME, name);
}

export function toStorageError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const name = thrown instanceof Error || thrown instanceof DOMException ? thrown.name : '';
  const message = thrown instanceof Error || thrown instanceof DOMException ? thrown.message : String(thrown);
  const code = isKnownName(name) ? CODE_BY_NAME[name] : 'storage/failed';
  return new AppError(code, message, name === '' ? {} : { name }, { cause: thrown });
}

export function missing(what: string, id: string): AppError {
  return new AppError('storage/missing', `no ${what} "${id}" is stored`, { what, id });
}

export function alreadyCommitted(runId: string, key: string): AppError {
  return new AppError('storage/failed', `record ${key} of run ${runId} is already committed`, {
    runId,
    key,
    reason: 'already-committed',
  });
}

export function alreadyExists(what: string, id: string): AppError {
  return new AppError('storage/failed', `${what} "${id}" exists already`, {
    what,
    id,
    reason: 'already-exists',
  });
}

/** For `change`: what is said when there is no database, and so no run of this id. */
export function noRun(id: string): () => void {
  return () => {
    throw missing('run', id);
  };
}

/** Nothing is taken as gone because a call resolved. */
export function refuseRemains(remaining: readonly string[]): void {
  if (remaining.length === 0) return;
  throw new AppError('storage/failed', `still stored after deletion: ${remaining.join(', ')}`, {
    remaining: [...remaining],
  });
}
