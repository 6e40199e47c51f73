import { Link } from 'wouter';
import type { StoredRun } from '../../../storage/contract.ts';
import { comparablePairs } from '../../components/comparable-runs.ts';
import { Notice } from '../../components/Notice.tsx';
import { comparePath } from '../../routes.ts';

/** Two models on one pack: the question a score alone cannot answer. */
export function ComparisonHint({ runs }: { readonly runs: readonly StoredRun[] }) {
  const [pair] = comparablePairs(runs);
  if (pair === undefined) return null;
  const [first, second] = pair.map(({ header }) => header.model.title);
  return (
    <Notice>
      <p>
        Is one model better than another, and may you say so?{' '}
        <Link href={comparePath(pair.map(({ header }) => header.id))}>
          Compare {first} with {second}
        </Link>{' '}
        on {pair[0].header.pack.title}, sample by sample.
      </p>
    </Notice>
  );
}
