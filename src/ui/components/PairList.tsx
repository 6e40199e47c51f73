import type { ReactNode } from 'react';
import css from './PairList.module.css';

export interface Pair {
  readonly label: string;
  readonly value: ReactNode;
}

/** Label and value pairs: hashes, settings, device. */
export function PairList({ pairs }: { readonly pairs: readonly Pair[] }) {
  return (
    <dl className={css['pairs']}>
      {pairs.map((pair) => (
        <div key={pair.label} className={css['pair']}>
          <dt>{pair.label}</dt>
          <dd>{pair.value}</dd>
        </div>
      ))}
    </dl>
  );
}
