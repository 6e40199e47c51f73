import { useState } from 'react';
import type { ComparedSet } from '../../../app/services.ts';
import type { MeasurementLevel } from '../../../core/stats/agreement/ratings-table.ts';
import { Field } from '../../components/Field.tsx';
import { Panel } from '../../components/Panel.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { AgreementView } from '../../components/statistics/AgreementView.tsx';
import { LevelChoice } from '../../components/statistics/LevelChoice.tsx';
import { useRunAgreement } from '../../queries/compare.ts';

/** Each run a rater, each shared sample an item: whether runs agree on which samples are hard, not who is better. */
export function AgreementPanel({ set }: { readonly set: ComparedSet }) {
  const [asked, setAsked] = useState(false);
  const measures = set.report.comparisons[0]?.comparison.metrics ?? [];
  if (measures.length === 0) return null;
  return (
    <Panel title="Agreement between the runs">
      <p className="muted small">
        Each run is taken as a rater and each sample as an item: do the runs succeed and fail on the same
        samples? For runs scored by judges, how far the judges agree. Two runs can agree fully and both be
        wrong.
      </p>
      {asked ? (
        <Agreement set={set} />
      ) : (
        <button type="button" onClick={() => setAsked(true)}>
          Compute the agreement
        </button>
      )}
    </Panel>
  );
}

function Agreement({ set }: { readonly set: ComparedSet }) {
  const [metric, setMetric] = useState('');
  const [level, setLevel] = useState<MeasurementLevel | null>(null);
  const measures = set.report.comparisons[0]?.comparison.metrics ?? [];
  const chosen = measures.find((one) => one.metric === metric) ?? measures[0];
  const query = useRunAgreement(
    set.runs.map(({ run }) => run.header.id),
    chosen?.metric ?? '',
    level,
  );
  return (
    <>
      <Field label="Ratings by">
        {({ id }) => (
          <select
            id={id}
            value={chosen?.metric ?? ''}
            onChange={(event) => {
              setLevel(null);
              setMetric(event.currentTarget.value);
            }}
          >
            {measures.map((one) => (
              <option key={one.metric} value={one.metric}>
                {one.measure.title}
              </option>
            ))}
          </select>
        )}
      </Field>
      <QueryView query={query} what="the agreement">
        {(found) => (
          <>
            <LevelChoice level={found.level} reason={found.levelReason} onChange={setLevel} />
            <AgreementView
              report={found.report}
              readAs="A run is a rater; of several answers to a sample the mean is its rating. Samples are taken as independent."
            />
          </>
        )}
      </QueryView>
    </>
  );
}
