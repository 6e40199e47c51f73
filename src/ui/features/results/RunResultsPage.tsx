import { Link } from 'wouter';
import type { RunResults } from '../../../app/services.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Page } from '../../components/Page.tsx';
import { Panel } from '../../components/Panel.tsx';
import { ProvenanceNote } from '../../components/Provenance.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { NumberLegend, ScoreTable } from '../../components/ScoreTable.tsx';
import { Check } from '../../components/Field.tsx';
import { deviceWords, runtimeWords } from '../../i18n/device-words.ts';
import { formatDateTime, formatValue } from '../../i18n/format.ts';
import { STATUS_WORDS } from '../../i18n/words.ts';
import { useWhereItRuns } from '../../queries/running.ts';
import { useRunDerived, useRunResults } from '../../queries/stored.ts';
import { ROUTES } from '../../routes.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { CalibrationPanel } from './CalibrationPanel.tsx';
import { CostPanel } from './CostPanel.tsx';
import { FidelityNotice } from './FidelityNotice.tsx';
import { HandWrittenFirst } from './HandWrittenFirst.tsx';
import { mayHaveDerived, withDerived } from './derived-rows.ts';
import { LabelsPanel } from './LabelsPanel.tsx';
import { IntervalsPanel } from './IntervalsPanel.tsx';
import { RepeatsPanel } from './RepeatsPanel.tsx';
import { ReviewHead } from './ReviewHead.tsx';
import { RunActions } from './RunActions.tsx';
import { RunSettings } from './RunSettings.tsx';
import { SampleList } from './SampleList.tsx';
import { ScoreHistory } from './ScoreHistory.tsx';
import { SliceTables } from './SliceTables.tsx';

export function RunResultsPage({ runId }: { readonly runId: string }) {
  const results = useRunResults(runId);
  const title = results.data === undefined ? 'Results' : `Results: ${results.data.run.header.pack.title}`;
  return (
    <Page title={title} before={<BackLink />} aside={results.data && <RunActions results={results.data} />}>
      <QueryView query={results} what="the run and its scores">
        {(data) => <Body results={data} />}
      </QueryView>
    </Page>
  );
}

function BackLink() {
  return (
    <Link href={ROUTES.results} className="no-print">
      All results
    </Link>
  );
}

const RUNNING_WORDS = { here: 'Still running', elsewhere: 'Running in another tab' } as const;

function Body({ results }: { readonly results: RunResults }) {
  const all = useUiStore((state) => state.allMeasures);
  const setAll = useUiStore((state) => state.setAllMeasures);
  const { run, metrics } = results;
  const where = useWhereItRuns()(run);
  const { header } = run;
  // Counted from the evidence, which is read after the scores stand: rows that join them.
  const derived = useRunDerived(results, mayHaveDerived(results)).data ?? null;
  const headline = metrics.filter((row) => row.measure.headline);
  const others = metrics.filter((row) => !row.measure.headline);
  return (
    <>
      <RunSettings run={run} />
      <FidelityNotice run={run} />
      {run.status !== 'finished' && (
        <Notice tone="warn">
          <p>
            {where === null ? STATUS_WORDS[run.status] : RUNNING_WORDS[where]} after {run.done} of {run.total}{' '}
            samples: the scores below are of those {run.done} only.{' '}
            {where === null && run.status !== 'failed' && 'The run can be resumed from the Run page.'}
            {where === 'elsewhere' && 'It is stopped or watched in the tab that runs it.'}
          </p>
        </Notice>
      )}
      {run.error !== undefined && <ErrorNotice error={run.error} />}
      <ReviewHead run={run} />
      {results.provenance?.kind === 'generated' && <HandWrittenFirst run={run} />}
      <Panel
        title="Scores"
        aside={
          others.length > 0 && (
            <Check label={`All ${metrics.length} measures`} checked={all} onChange={setAll} />
          )
        }
      >
        <ProvenanceNote provenance={results.provenance} />
        <ScoreTable
          rows={withDerived(all ? [...headline, ...others] : headline, derived?.metrics ?? [])}
          caption={`${header.model.title} (${header.model.dtype}) on ${runtimeWords(header)}; ${deviceWords(header)}; ${formatDateTime(header.createdAt)}`}
        />
        {results.chance !== undefined && (
          <p className="small">
            Chance: guessing among the choices would be right in {formatValue(results.chance, 'binary')} of
            these questions. An accuracy whose interval holds that number has not been shown to be better.
          </p>
        )}
        <NumberLegend />
      </Panel>
      <LabelsPanel found={derived?.labels ?? []} />
      <RepeatsPanel results={results} />
      <IntervalsPanel results={results} />
      <CalibrationPanel results={results} />
      <CostPanel results={results} />
      <SampleList results={results} />
      <ScoreHistory results={results} />
      <SliceTables results={results} />
    </>
  );
}
