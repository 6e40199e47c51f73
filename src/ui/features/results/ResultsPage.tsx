import { Link } from 'wouter';
import { BackupReminder } from '../../components/BackupReminder.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Page } from '../../components/Page.tsx';
import { Panel } from '../../components/Panel.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { useRuns } from '../../queries/stored.ts';
import { ROUTES } from '../../routes.ts';
import { AddRunFile } from './AddRunFile.tsx';
import { ComparisonHint } from './ComparisonHint.tsx';
import { LatestScores } from './LatestScores.tsx';
import { RunsTable } from './RunsTable.tsx';

export function ResultsPage() {
  const runs = useRuns();
  return (
    <Page title="Results" aside={<AddRunFile />}>
      <QueryView query={runs} what="stored runs">
        {(stored) =>
          stored.length === 0 ? (
            <EmptyState title="No results yet">
              <p>
                Run the demo, or add a run.jsonl made on another machine. Each result keeps every sample, so
                that you can read what the model wrote beside what was said.
              </p>
              <Link href={ROUTES.run} className="button primary">
                Go to Run
              </Link>
            </EmptyState>
          ) : (
            <>
              <LatestScores runs={stored} />
              <ComparisonHint runs={stored} />
              <Panel title="All runs">
                <RunsTable runs={stored} />
              </Panel>
              <BackupReminder />
            </>
          )
        }
      </QueryView>
    </Page>
  );
}
