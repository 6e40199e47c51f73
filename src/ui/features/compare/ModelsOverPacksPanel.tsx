import { useState } from 'react';
import type { StoredRun } from '../../../storage/contract.ts';
import { Panel } from '../../components/Panel.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { RankingView } from '../../components/statistics/RankingView.tsx';
import { plural } from '../../i18n/format.ts';
import { useRanking } from '../../queries/compare.ts';
import { modelsOverPacks } from './models-over-packs.ts';

/** Every model that was run on whole packs, ranked over them. */
export function ModelsOverPacksPanel({ stored }: { readonly stored: readonly StoredRun[] }) {
  const [asked, setAsked] = useState(false);
  const found = modelsOverPacks(stored);
  return (
    <Panel title="Models over packs">
      {found === null ? (
        <p className="muted">
          A ranking needs two models with runs of whole packs, on two packs or more. Runs of a part of a pack
          are left out.
        </p>
      ) : (
        <>
          <p>
            {plural(found.models, 'model')} on {plural(found.packs, 'pack')}: the newest whole run of each
            model on each pack; every headline measure of a pack is one benchmark. This orders models, it does
            not test them: compare two runs of one pack for that.
          </p>
          {asked ? (
            <Ranking runIds={found.runIds} />
          ) : (
            <button type="button" onClick={() => setAsked(true)}>
              Rank the models
            </button>
          )}
        </>
      )}
    </Panel>
  );
}

function Ranking({ runIds }: { readonly runIds: readonly string[] }) {
  const query = useRanking(runIds);
  return (
    <QueryView query={query} what="the ranking">
      {(report) => <RankingView report={report} />}
    </QueryView>
  );
}
