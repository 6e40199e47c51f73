import type { RunResults } from '../../../app/services.ts';
import { ErrorNotice } from '../ErrorNotice.tsx';
import { Field } from '../Field.tsx';
import { SearchField } from '../SearchField.tsx';
import { flaggable } from './sample-order.ts';
import type { ArrangedSamples } from './use-arranged-samples.ts';
import css from './SampleTools.module.css';

interface SampleToolsProps {
  readonly results: RunResults;
  readonly list: ArrangedSamples;
  readonly countId: string;
}

/** How the list of samples is searched, narrowed and ordered, and how many that leaves. */
export function SampleTools({ results, list, countId }: SampleToolsProps) {
  const { choice, change, shown, searching, searchError } = list;
  const headline = results.metrics.filter((row) => row.measure.headline);
  const all = results.samples.length;
  return (
    <>
      <div className={css['tools']}>
        <SearchField
          label="Find by words or id"
          value={choice.search}
          onChange={(search) => change({ search })}
          describedBy={countId}
        />
        <Field label="Show">
          {({ id }) => (
            <select id={id} value={choice.flag} onChange={(event) => change({ flag: event.target.value })}>
              <option value="all">All samples</option>
              <option value="failed">Failed</option>
              <option value="unscored">Not fully scored</option>
              <option value="reviewed">Edited by somebody</option>
              <option value="unreviewed">Not edited yet</option>
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
        {shown.length === all ? `${all} samples` : `${shown.length} of ${all} samples`}
        {searching && ', looking through the texts …'}
      </p>
      {searchError !== null && <ErrorNotice error={searchError} />}
    </>
  );
}
