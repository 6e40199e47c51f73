import { useId } from 'react';
import type { RunResults } from '../../../app/services.ts';
import { Panel } from '../../components/Panel.tsx';
import { useUiStore } from '../../state/ui-store.ts';
import { SampleTable } from './SampleTable.tsx';
import { SampleTools } from '../../components/samples/SampleTools.tsx';
import { useArrangedSamples } from '../../components/samples/use-arranged-samples.ts';

/** Every sample, to be found by its worst score, by a flag, or by words of its note, transcript or id. */
export function SampleList({ results }: { readonly results: RunResults }) {
  const list = useArrangedSamples(results);
  const setOrder = useUiStore((state) => state.setOrder);
  const countId = useId();
  const { shown } = list;
  const runId = results.run.header.id;
  return (
    <Panel title="Samples">
      <SampleTools results={results} list={list} countId={countId} />
      {shown.length === 0 ? (
        <p>
          No sample matches.{' '}
          <button type="button" onClick={list.reset}>
            Show all
          </button>
        </p>
      ) : (
        <SampleTable
          runId={runId}
          rows={shown}
          metrics={results.metrics.filter((row) => row.measure.headline)}
          onOpen={() =>
            setOrder(
              runId,
              shown.map((row) => row.key),
            )
          }
        />
      )}
    </Panel>
  );
}
