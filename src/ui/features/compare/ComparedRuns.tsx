import { useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { ComparedSet } from '../../../app/services.ts';
import { DEFAULT_EFFECT } from '../../../core/compare/compare-runs.ts';
import type { StoredRun } from '../../../storage/contract.ts';
import { isDemoPair } from '../../components/demo-pair.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Check, Field } from '../../components/Field.tsx';
import { serverWords } from '../../../core/run/server-words.ts';
import { Notice } from '../../components/Notice.tsx';
import { Page } from '../../components/Page.tsx';
import { ProvenanceNote } from '../../components/Provenance.tsx';
import { PublishedPair } from '../../components/PublishedPair.tsx';
import { useComparison } from '../../queries/compare.ts';
import { comparePath, resultPath, ROUTES } from '../../routes.ts';
import { AgreementPanel } from './AgreementPanel.tsx';
import { CostPanel } from './CostPanel.tsx';
import { DifferencesPanel } from './DifferencesPanel.tsx';
import { FlipsPanel } from './FlipsPanel.tsx';
import { GroupsPanel } from './GroupsPanel.tsx';
import { MetricTable } from './MetricTable.tsx';
import { nameOf } from './names.ts';
import { PairedSampleList, SAMPLES_ID } from './PairedSampleList.tsx';
import { PlanPanel } from './PlanPanel.tsx';
import { PooledPanel } from './PooledPanel.tsx';
import { RankingPanel } from './RankingPanel.tsx';
import { EVERY_SAMPLE, type SampleChoice } from './sample-differences.ts';
import { ReportDialog } from './ReportDialog.tsx';
import { RepeatsPanel } from './RepeatsPanel.tsx';
import { SettingsPanel } from './SettingsPanel.tsx';
import { SideBySide } from './SideBySide.tsx';
import { VerdictPanel } from './VerdictPanel.tsx';
import css from './Compare.module.css';

interface ComparedRunsProps {
  /** Of one pack: the baseline, the run held against it, then the others. */
  readonly stored: readonly StoredRun[];
  readonly sample: number | null;
}

/** The others in an order of their own, so that looking at another of them is not another comparison. */
export function comparisonKey(stored: readonly StoredRun[]): readonly string[] {
  const [baseline = '', ...others] = stored.map(({ header }) => header.id);
  return [baseline, ...others.sort()];
}

export function ComparedRuns({ stored, sample }: ComparedRunsProps) {
  const [baseline = '', other = '', ...rest] = stored.map(({ header }) => header.id);
  const [, navigate] = useLocation();
  const [all, setAll] = useState(false);
  const [reporting, setReporting] = useState(false);
  const [plan, setPlan] = useState<{ readonly file: File; readonly pair: string } | null>(null);
  const [choice, setChoice] = useState<SampleChoice>(EVERY_SAMPLE);
  const { query, progress, cancel } = useComparison(comparisonKey(stored), !all, DEFAULT_EFFECT);
  useReturnToList(sample);
  const title = `Compare: ${stored[0]?.header.pack.title ?? ''}`;
  const set = query.data;
  const shown = set?.report.comparisons.find(({ b }) => b === other) ?? set?.report.comparisons[0];
  const pair = `${shown?.a ?? ''},${shown?.b ?? ''}`;
  if (sample !== null && set !== undefined && shown !== undefined)
    return <SideBySide set={set} shown={shown} choice={choice} index={sample} />;
  return (
    <Page
      title={title}
      before={
        <Link href={ROUTES.compare} className="no-print">
          Choose other runs
        </Link>
      }
      aside={
        set !== undefined && (
          <div className="row no-print">
            <button type="button" onClick={() => setReporting(true)}>
              Save a report
            </button>
            <button type="button" onClick={() => window.print()}>
              Print
            </button>
          </div>
        )
      }
    >
      <ReportDialog
        runIds={[baseline, other, ...rest]}
        plan={plan?.pair === pair ? plan.file : null}
        open={reporting}
        onClose={() => setReporting(false)}
      />
      <RunLine stored={stored} set={set} />
      {query.isError && (
        <ErrorNotice
          error={query.error}
          retry={() => {
            query.refetch().catch(() => undefined);
          }}
        />
      )}
      {query.isFetching && <Working progress={progress} onStop={cancel} />}
      {!query.isFetching && set === undefined && !query.isError && (
        <p>
          Stopped.{' '}
          <button
            type="button"
            onClick={() => {
              query.refetch().catch(() => undefined);
            }}
          >
            Compare again
          </button>
        </p>
      )}
      {set !== undefined && shown !== undefined && (
        <>
          {set.report.comparisons.length > 1 && (
            <Field label="Hold against the baseline">
              {({ id }) => (
                <select
                  id={id}
                  value={shown.b}
                  onChange={(event) => {
                    const next = event.target.value;
                    const others = [other, ...rest].filter((one) => one !== next);
                    navigate(comparePath([baseline, next, ...others]), { replace: true });
                  }}
                >
                  {set.report.comparisons.map(({ b }) => (
                    <option key={b} value={b}>
                      {nameOf(set, b)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          )}
          <SettingsPanel set={set} shown={shown} />
          <ProvenanceNote provenance={set.provenance} />
          {isDemoPair(stored) && <PublishedPair />}
          <VerdictPanel set={set} shown={shown} />
          <DifferencesPanel
            set={set}
            shown={shown}
            onPick={(metric) => setChoice({ ...EVERY_SAMPLE, metric, sort: 'size' })}
          />
          <FlipsPanel shown={shown} onPick={setChoice} />
          <MetricTable
            set={set}
            shown={shown}
            aside={<Check label="All measures" checked={all} onChange={setAll} />}
          />
          <RepeatsPanel set={set} shown={shown} />
          <GroupsPanel shown={shown} />
          <PooledPanel key={pair} set={set} shown={shown} />
          <CostPanel set={set} />
          <RankingPanel set={set} />
          <AgreementPanel set={set} />
          <PlanPanel
            key={`${pair},plan`}
            set={set}
            shown={shown}
            onPlan={(file) => setPlan({ file, pair })}
          />
          <PairedSampleList set={set} shown={shown} choice={choice} onChoice={setChoice} />
        </>
      )}
    </Page>
  );
}

function RunLine({
  stored,
  set,
}: {
  readonly stored: readonly StoredRun[];
  readonly set: ComparedSet | undefined;
}) {
  const ids = stored.map(({ header }) => header.id);
  return (
    <>
      <ol className={css['runs']}>
        {stored.map((run, at) => {
          const { id } = run.header;
          return (
            <li key={id}>
              <span className={css['letter']}>{at === 0 ? 'A' : stored.length === 2 ? 'B' : `B${at}`}</span>
              <Link href={resultPath(id)}>{nameOrTitle(set, run)}</Link>
              {at === 0 && <span className="muted small"> baseline</span>}
              {serverWords(run.header) !== null && (
                <strong className="small"> {serverWords(run.header)}</strong>
              )}
              {at > 0 && (
                <Link
                  className="small no-print"
                  href={comparePath([id, ...ids.filter((one) => one !== id)])}
                  aria-label={`Make ${nameOrTitle(set, run)} the baseline`}
                >
                  {stored.length === 2 ? 'swap' : 'make it the baseline'}
                </Link>
              )}
            </li>
          );
        })}
      </ol>
      {set !== undefined && !set.packHere && (
        <Notice tone="warn">
          <p>
            The pack of these runs is no longer stored, so nobody can tell which samples share a patient:
            every sample is taken as its own. Import the pack again for intervals that know better.
          </p>
        </Notice>
      )}
    </>
  );
}

interface WorkingProps {
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly onStop: () => void;
}

function Working({ progress, onStop }: WorkingProps) {
  return (
    <div className="row" role="status">
      <label className={css['working']}>
        {progress === null ? 'Reading the scores …' : 'Resampling …'}
        <progress {...(progress === null ? {} : { value: progress.done, max: progress.total })} />
      </label>
      <button type="button" onClick={onStop}>
        Stop
      </button>
    </div>
  );
}

function nameOrTitle(set: ComparedSet | undefined, { header }: StoredRun): string {
  return set === undefined ? header.model.title : nameOf(set, header.id);
}

/** Back from a sample, the list is where one left it. */
function useReturnToList(sample: number | null): void {
  const before = useRef(sample);
  useEffect(() => {
    const left = before.current;
    before.current = sample;
    if (left === null || sample !== null) return undefined;
    // After the page has been scrolled to its top, as every change of page is.
    const timer = setTimeout(() => document.getElementById(SAMPLES_ID)?.scrollIntoView(), 0);
    return () => clearTimeout(timer);
  }, [sample]);
}
