import { useId, useMemo, useState } from 'react';
import type { RunResults } from '../../../app/services.ts';
import { Field } from '../../components/Field.tsx';
import { Panel } from '../../components/Panel.tsx';
import { useUiStore } from '../../state/ui-store.ts';
import { SampleTable } from './SampleTable.tsx';
import { arrangeSamples, DEFAULT_CHOICE, flaggable, type ListChoice } from './sample-order.ts';
import css from './SampleList.module.css';

/** Every sample, to be found by its worst score, by a flag or by its id. */
export function SampleList({ results }: { readonly results: RunResults }) {
  const [choice, setChoice] = useState<ListChoice>(DEFAULT_CHOICE);
  const change = (part: Partial<ListChoice>) => setChoice((before) => ({ ...before, ...part }));
  const setOrder = useUiStore((state) => state.setOrder);
  const countId = useId();
  const headline = useMemo(() => results.metrics.filter((row) => row.measure.headline), [results]);
  const shown = useMemo(() => arrangeSamples(results.samples, results.metrics, choice), [results, choice]);
  const runId = results.run.header.id;
  return (
    <Panel title="Samples">
      <div className={css['tools']}>
        <Field label="Find by id">
          {({ id }) => (
            <input
              id={id}
              type="search"
              spellCheck={false}
              translate="no"
              autoComplete="off"
              aria-describedby={countId}
              value={choice.search}
              onChange={(event) => change({ search: event.target.value })}
            />
          )}
        </Field>
        <Field label="Show">
          {({ id }) => (
            <select id={id} value={choice.flag} onChange={(event) => change({ flag: event.target.value })}>
              <option value="all">All samples</option>
              <option value="failed">Failed</option>
              <option value="unscored">Not fully scored</option>
              {flaggable(results.metrics).map((row) => (
                <option key={row.key} value={`bad:${row.key}`}>
                  {row.measure.title}: {row.measure.kind === 'binary' ? 'not met' : 'more than none'}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Order">
          {({ id }) => (
            <select id={id} value={choice.sort} onChange={(event) => change({ sort: event.target.value })}>
              <option value="pack">As in the pack</option>
              {headline.flatMap((row) => [
                <option key={`worst:${row.key}`} value={`worst:${row.key}`}>
                  Worst first: {row.measure.title}
                </option>,
                <option key={`best:${row.key}`} value={`best:${row.key}`}>
                  Best first: {row.measure.title}
                </option>,
              ])}
            </select>
          )}
        </Field>
      </div>
      <p id={countId} className="muted small" role="status">
        {shown.length === results.samples.length
          ? `${shown.length} samples`
          : `${shown.length} of ${results.samples.length} samples`}
      </p>
      {shown.length === 0 ? (
        <p>
          No sample matches.{' '}
          <button type="button" onClick={() => setChoice(DEFAULT_CHOICE)}>
            Show all
          </button>
        </p>
      ) : (
        <SampleTable
          runId={runId}
          rows={shown}
          metrics={headline}
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
