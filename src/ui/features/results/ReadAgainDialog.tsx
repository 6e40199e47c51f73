import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Catalog, RunResults } from '../../../app/services.ts';
import { toAppError } from '../../../core/errors.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { EstimateCell } from '../../components/EstimateCell.tsx';
import { Field } from '../../components/Field.tsx';
import { ModalDialog } from '../../components/ModalDialog.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { ScrollRegion } from '../../components/ScrollRegion.tsx';
import { TaskButtons } from '../../components/TaskButtons.tsx';
import { useCatalog } from '../../queries/fixed.ts';
import { useServices } from '../../services-context.ts';
import { useToasts } from '../../state/toast-store.ts';

interface ReadAgainDialogProps {
  readonly results: RunResults;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Scorers that read an answer out of a text; ranked choices leave no text to read. */
const READERS: ReadonlySet<string> = new Set([
  'choice',
  'yes-no-maybe',
  'exact',
  'open-answer',
  'labels',
  'ranking',
]);

/** Whether this run holds written answers that can be read in more than one way. */
export function wroteAnswers({ run, metrics }: RunResults): boolean {
  const ranked = metrics.some(({ key, estimate }) => key === 'choice.accuracy-per-char' && estimate.n > 0);
  return !ranked && run.header.scorers.some((id) => READERS.has(id));
}

/** The stored answers, read by another extractor. The model is not run; what was scored before stays beside it. */
export function ReadAgainDialog({ results, open, onClose }: ReadAgainDialogProps) {
  const catalog = useCatalog();
  return (
    <ModalDialog title="Read answers again" open={open} onClose={onClose}>
      <p>
        Many wrong answers are answers that were not found in the text. Here the stored answers are read in
        another way; the model is not run, and the scores that are here stay beside the new ones.
      </p>
      <QueryView query={catalog} what="the ways to read">
        {(data) => <Reader results={results} catalog={data} onClose={onClose} />}
      </QueryView>
    </ModalDialog>
  );
}

interface ReaderProps {
  readonly results: RunResults;
  readonly catalog: Catalog;
  readonly onClose: () => void;
}

function Reader({ results, catalog, onClose }: ReaderProps) {
  const { runs } = useServices();
  const { header } = results.run;
  const scorers = catalog.scorers.filter(({ id }) => header.scorers.includes(id));
  const offered = catalog.extractors.filter(({ id }) => scorers.some((one) => one.extractors.includes(id)));
  const [chosen, setChosen] = useState(offered[0]?.id ?? '');
  const [done, setDone] = useState<number | null>(null);
  const stop = useRef<AbortController | null>(null);
  const read = useMutation({
    mutationFn: async () => {
      stop.current = new AbortController();
      const ids = scorers.filter(({ extractors }) => extractors.includes(chosen)).map(({ id }) => id);
      await runs.rescore(header.id, ids, (count) => setDone(count), {
        extractor: chosen,
        signal: stop.current.signal,
      });
    },
    onSuccess: () => useToasts.getState().show({ text: 'Read again from the stored answers.' }),
    onSettled: () => setDone(null),
  });
  const stopped = read.isError && toAppError(read.error).code === 'runtime/cancelled';
  return (
    <>
      <Field label="Read as" hint={offered.find(({ id }) => id === chosen)?.description}>
        {({ id, hintId }) => (
          <select
            id={id}
            aria-describedby={hintId}
            value={chosen}
            disabled={read.isPending}
            onChange={(event) => setChosen(event.target.value)}
          >
            {offered.map((one) => (
              <option key={one.id} value={one.id}>
                {one.title}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Readings results={results} />
      {done !== null && (
        <label className="stack">
          <span role="status">Reading the stored answers …</span>
          <progress max={results.run.done} value={done} />
        </label>
      )}
      {stopped && <p role="status">Stopped. The scores are as they were.</p>}
      {read.isError && !stopped && <ErrorNotice error={read.error} />}
      <TaskButtons
        label="Read again"
        busyLabel="Reading …"
        busy={read.isPending}
        disabled={chosen === ''}
        onStart={() => read.mutate()}
        onStop={() => stop.current?.abort()}
        onClose={onClose}
      />
    </>
  );
}

/** Every reading that is stored, strict and flexible side by side, with how many answers could be read. */
function Readings({ results: { metrics } }: { readonly results: RunResults }) {
  const read = metrics.filter(({ measure }) => measure.id === 'extracted');
  if (read.length === 0) return null;
  const of = (scorerId: string, measure: string) =>
    metrics.find((row) => row.scorerId === scorerId && row.measure.id === measure);
  return (
    <ScrollRegion label="Readings of the stored answers">
      <table>
        <caption>Readings of the stored answers</caption>
        <thead>
          <tr>
            <th scope="col">Reading</th>
            <th scope="col">Right, read in any form</th>
            <th scope="col">Right, read strictly</th>
            <th scope="col">Could be read</th>
          </tr>
        </thead>
        <tbody>
          {read.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.scorerTitle}</th>
              {[of(row.scorerId, 'accuracy'), of(row.scorerId, 'accuracy-strict'), row].map((cell, at) => (
                <td key={cell?.key ?? at}>
                  {cell === undefined ? (
                    <span className="muted">not measured</span>
                  ) : (
                    <EstimateCell estimate={cell.estimate} kind={cell.measure.kind} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
