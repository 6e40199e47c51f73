import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorNotice } from './ErrorNotice.tsx';
import { Loading } from './Loading.tsx';

interface QueryViewProps<T> {
  readonly query: UseQueryResult<T>;
  /** Object of "Reading … ". */
  readonly what: string;
  readonly children: (data: T) => ReactNode;
}

/** Loading, error and data of one query, the same way on every page. */
export function QueryView<T>({ query, what, children }: QueryViewProps<T>) {
  if (query.isPending) return <Loading what={what} />;
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
