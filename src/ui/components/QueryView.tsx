import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { toAppError, type ErrorCode } from '../../core/errors.ts';
import { ERROR_WORDS } from '../i18n/errors.ts';
import { EmptyState } from './EmptyState.tsx';
import { ErrorNotice } from './ErrorNotice.tsx';
import { Loading } from './Loading.tsx';

/** Not a failure but an address of something that is not here: there is nothing to look into and nothing to retry. */
const GONE: ReadonlySet<ErrorCode> = new Set(['storage/missing', 'input/unknown-id']);

interface QueryViewProps<T> {
  readonly query: UseQueryResult<T>;
  /** Object of "Reading … ". */
  readonly what: string;
  readonly children: (data: T) => ReactNode;
}

/** Loading, error and data of one query, the same way on every page. */
export function QueryView<T>({ query, what, children }: QueryViewProps<T>) {
  if (query.isPending) return <Loading what={what} />;
  if (query.isError && GONE.has(toAppError(query.error).code)) {
    const { title, next } = ERROR_WORDS[toAppError(query.error).code];
    return (
      <EmptyState title={title}>
        <p>{next}</p>
      </EmptyState>
    );
  }
  if (query.isError) {
    return (
      <ErrorNotice
        error={query.error}
        retry={() => {
          query.refetch().catch(() => undefined);
        }}
      />
    );
  }
  return <>{children(query.data)}</>;
}
