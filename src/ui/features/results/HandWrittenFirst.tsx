import { Link } from 'wouter';
import type { StoredRun } from '../../../storage/contract.ts';
import { Notice } from '../../components/Notice.tsx';
import { Panel } from '../../components/Panel.tsx';
import { ProvenanceNote } from '../../components/Provenance.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { ScoreTable } from '../../components/ScoreTable.tsx';
import { formatDateTime } from '../../i18n/format.ts';
import { usePacks, useRunResults, useRuns } from '../../queries/stored.ts';
import { resultPath } from '../../routes.ts';

/** Before the score of a generated pack: the score of the same model on visits written by hand. */
export function HandWrittenFirst({ run }: { readonly run: StoredRun }) {
  const runs = useRuns();
  const packs = usePacks();
  const byHand = new Set(
    (packs.data ?? [])
      .filter(
        (pack) => pack.header.provenance.kind === 'hand-written' && pack.header.scorers.includes('facts'),
      )
      .map((pack) => pack.header.id),
  );
  const twin = (runs.data ?? []).find(
    (other) =>
      byHand.has(other.header.pack.id) &&
      other.header.model.sha256 === run.header.model.sha256 &&
      other.done > 0,
  );
  if (!runs.isSuccess || !packs.isSuccess) return null;
  if (twin === undefined) {
    return (
      <Notice tone="warn">
        <p>
          This model has no run on hand-written visits here yet. Run those first: a score on generated visits
          alone says how well the model learned its generator, not how well it writes notes.
        </p>
      </Notice>
    );
  }
  return <Twin run={twin} />;
}

function Twin({ run }: { readonly run: StoredRun }) {
  const results = useRunResults(run.header.id);
  return (
    <Panel
      title="The same model on hand-written visits"
      aside={<Link href={resultPath(run.header.id)}>Open that run</Link>}
    >
      <QueryView query={results} what="the scores on hand-written visits">
        {(data) => (
          <>
            <ProvenanceNote provenance={data.provenance} short />
            <ScoreTable
              rows={data.metrics.filter((row) => row.measure.headline)}
              caption={`${run.header.pack.title}, ${run.done} of ${run.total} samples, ${formatDateTime(run.header.createdAt)}`}
            />
          </>
        )}
      </QueryView>
    </Panel>
  );
}
