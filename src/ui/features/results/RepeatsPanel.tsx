import type { RunResults } from '../../../app/services.ts';
import { Panel } from '../../components/Panel.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { RepeatsTable } from '../../components/statistics/RepeatsTable.tsx';
import { useRunRepeats } from '../../queries/compare.ts';

/** Runs that asked each sample more than once: at least one answer right, all right, most right. */
export function RepeatsPanel({ results }: { readonly results: RunResults }) {
  const { selection, id } = results.run.header;
  if (selection.repeats < 2 || results.metrics.length === 0) return null;
  return (
    <Panel title="Several answers to each sample">
      <Repeats runId={id} />
    </Panel>
  );
}

function Repeats({ runId }: { readonly runId: string }) {
  const query = useRunRepeats(runId);
  return (
    <QueryView query={query} what="the repeated answers">
      {(found) =>
        found.length === 0 ? (
          <p className="muted">
            None of these measures is right or wrong: the means above are over all answers.
          </p>
        ) : (
          <RepeatsTable
            caption="Right answers out of several"
            rows={found.map(({ measure, mean, summary }) => ({ name: measure.title, mean, summary }))}
          />
        )
      }
    </QueryView>
  );
}
