import { Link } from 'wouter';
import type { StoredRun } from '../../../storage/contract.ts';
import { Panel } from '../../components/Panel.tsx';
import { ProvenanceNote } from '../../components/Provenance.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { NumberLegend, ScoreTable } from '../../components/ScoreTable.tsx';
import { deviceWords } from '../../i18n/device-words.ts';
import { formatDateTime } from '../../i18n/format.ts';
import { usePacks, useRunResults } from '../../queries/stored.ts';
import { resultPath } from '../../routes.ts';
import { latestPerPack } from './latest-runs.ts';

const SHOWN = 4;

/** The newest result of each pack, hand-written packs first, each with where its content came from. */
export function LatestScores({ runs }: { readonly runs: readonly StoredRun[] }) {
  const packs = usePacks();
  const latest = latestPerPack(runs, packs.data ?? []).slice(0, SHOWN);
  if (latest.length === 0 || packs.isPending) return null;
  return (
    <>
      {latest.map((run) => (
        <LatestScore key={run.header.id} run={run} />
      ))}
      <NumberLegend />
    </>
  );
}

function LatestScore({ run }: { readonly run: StoredRun }) {
  const results = useRunResults(run.header.id);
  const { header } = run;
  return (
    <Panel title={header.pack.title} aside={<Link href={resultPath(header.id)}>Open this run</Link>}>
      <QueryView query={results} what="the scores">
        {(data) => (
          <>
            <ProvenanceNote provenance={data.provenance} short />
            <ScoreTable
              rows={data.metrics.filter((row) => row.measure.headline)}
              caption={`${header.model.title} (${header.model.dtype}), ${run.done} of ${run.total} samples, ${
                run.recorded === true ? 'recorded on' : 'run on'
              } ${deviceWords(header)}, ${formatDateTime(header.createdAt)}`}
            />
          </>
        )}
      </QueryView>
    </Panel>
  );
}
