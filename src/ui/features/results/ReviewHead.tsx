import { useMutation } from '@tanstack/react-query';
import type { StoredRun } from '../../../storage/contract.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { EstimateColumns, EstimateHeadings } from '../../components/EstimateCell.tsx';
import { Panel } from '../../components/Panel.tsx';
import { saveBlob } from '../../components/save-blob.ts';
import { ScrollRegion } from '../../components/ScrollRegion.tsx';
import { plural } from '../../i18n/format.ts';
import { useReviewSummary } from '../../queries/review.ts';
import { useServices } from '../../services-context.ts';
import { useToasts } from '../../state/toast-store.ts';

/** What people needed and saw stands before what was computed; nothing where nobody has edited a note. */
export function ReviewHead({ run }: { readonly run: StoredRun }) {
  const summary = useReviewSummary(run.header.id);
  if (summary.isError) return <ErrorNotice error={summary.error} />;
  const data = summary.data;
  if (data === undefined || (data.notes === 0 && data.flags === null)) return null;
  const { notes, raters, measures, flags } = data;
  const minutesMax = Math.max(
    0,
    ...measures.map(({ measure, estimate }) => (measure.id === 'minutes' ? (estimate.high ?? 0) : 0)),
  );
  return (
    <Panel title="Review by people">
      {notes > 0 && (
        <>
          <p>
            {plural(notes, 'note')} of {run.done} edited until somebody would sign, by{' '}
            <span translate="no">{raters.join(', ')}</span>.
          </p>
          <ScrollRegion label="Minutes, signatures and harms per note">
            <table>
              <caption>
                Per note. The last edit of each person counts; edits of one note, or of notes of one patient,
                are not taken for independent.
              </caption>
              <thead>
                <tr>
                  <th scope="col">Measure</th>
                  <EstimateHeadings />
                </tr>
              </thead>
              <tbody>
                {measures.map(({ measure, estimate }) => (
                  <tr key={measure.id}>
                    <th scope="row">{measure.title}</th>
                    <EstimateColumns
                      estimate={estimate}
                      kind={measure.kind}
                      max={measure.id === 'minutes' ? minutesMax : (estimate.high ?? 0)}
                    />
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        </>
      )}
      {flags !== null && (
        <p>
          Flags of the audit on the {plural(flags.notes, 'note')} that somebody looked at: {flags.audit}.
          People marked {flags.notErrors} as no error and added {flags.added} that it missed:{' '}
          <strong>{flags.afterReview} after review</strong>.
        </p>
      )}
      {notes > 0 && <Uses run={run} />}
    </Panel>
  );
}

function Uses({ run }: { readonly run: StoredRun }) {
  const services = useServices();
  const runId = run.header.id;
  const save = useMutation({
    mutationFn: async () => (await services.review()).ratings(runId),
    onSuccess: (blob) => saveBlob(blob, `${runId}.ratings.csv`),
  });
  const make = useMutation({
    mutationFn: async () => {
      const pack = await (await services.review()).references(runId);
      await services.packs.add(pack);
      return pack;
    },
    onSuccess: (pack) => {
      useToasts
        .getState()
        .show({ text: `${pack.title} is stored as a pack, anchored to ${run.header.model.title}.` });
    },
  });
  return (
    <>
      <div className="row no-print">
        <button type="button" disabled={save.isPending} onClick={() => save.mutate()}>
          Save ratings (CSV)
        </button>
        <button type="button" disabled={make.isPending} onClick={() => make.mutate()}>
          Use edited notes as references
        </button>
      </div>
      <p className="muted small no-print">
        The ratings hold names, minutes, words changed, harms and reasons, and no note; “bedside agree” reads
        them and compares harm grades. Edited notes as references make a new private pack; they lean towards{' '}
        {run.header.model.title}, so comparing that model with another on them is refused.
      </p>
      {save.isError && <ErrorNotice error={save.error} />}
      {make.isError && <ErrorNotice error={make.error} />}
    </>
  );
}
