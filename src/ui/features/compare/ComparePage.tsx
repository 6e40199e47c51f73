import { useMemo } from 'react';
import { Link } from 'wouter';
import type { StoredRun } from '../../../storage/contract.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Page } from '../../components/Page.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { useRuns } from '../../queries/stored.ts';
import { ROUTES } from '../../routes.ts';
import { readCompareAddress } from './compare-address.ts';
import { ComparedRuns, comparisonKey } from './ComparedRuns.tsx';
import { ModelsOverPacksPanel } from './ModelsOverPacksPanel.tsx';
import { RefusedComparison } from './RefusedComparison.tsx';
import { RunPicker } from './RunPicker.tsx';

/** Two or more runs of one pack on the samples they share. */
export function ComparePage({ rest }: { readonly rest: string }) {
  const address = useMemo(() => readCompareAddress(rest), [rest]);
  const runs = useRuns();
  return (
    <QueryView query={runs} what="stored runs">
      {(stored) => <Chosen stored={stored} {...address} />}
    </QueryView>
  );
}

interface ChosenProps {
  readonly stored: readonly StoredRun[];
  readonly runIds: readonly string[];
  readonly sample: number | null;
}

function Chosen({ stored, runIds, sample }: ChosenProps) {
  const chosen = runIds.flatMap((id) => stored.find(({ header }) => header.id === id) ?? []);
  const missing = runIds.filter((id) => !chosen.some(({ header }) => header.id === id));
  const packs = new Set(chosen.map(({ header }) => header.pack.sha256));
  if (missing.length === 0 && packs.size === 1 && chosen.length > 1)
    return <ComparedRuns key={comparisonKey(chosen).join()} stored={chosen} sample={sample} />;
  return (
    <Page title="Compare">
      {missing.length > 0 && (
        <EmptyState title={missing.length === 1 ? 'A run is not here' : 'Runs are not here'}>
          <p>
            The address names {missing.length === 1 ? 'a run that is' : `${missing.length} runs that are`} not
            stored in this browser: <code>{missing.join(', ')}</code>. Add the run.jsonl on Results, or choose
            other runs below.
          </p>
        </EmptyState>
      )}
      {packs.size > 1 && <RefusedComparison runs={chosen} />}
      {stored.length === 0 ? (
        <EmptyState title="No runs to compare yet">
          <p>A comparison needs two runs of the same pack. Run the demo, or add a run.jsonl on Results.</p>
          <Link href={ROUTES.run} className="button primary">
            Go to Run
          </Link>
        </EmptyState>
      ) : (
        <>
          <RunPicker key={runIds.join()} stored={stored} ticked={chosen} />
          <ModelsOverPacksPanel stored={stored} />
        </>
      )}
    </Page>
  );
}
