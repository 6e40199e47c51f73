import { useMutation } from '@tanstack/react-query';
import type { ReadResults } from '../../../core/results-import/read-results.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { EstimateCell } from '../../components/EstimateCell.tsx';
import { ModalDialog } from '../../components/ModalDialog.tsx';
import { Notice } from '../../components/Notice.tsx';
import { ScrollRegion } from '../../components/ScrollRegion.tsx';
import { plural } from '../../i18n/format.ts';
import { useServices } from '../../services-context.ts';

interface ImportedRunsDialogProps {
  readonly results: ReadResults;
  readonly onClose: () => void;
  readonly onAdded: (runIds: readonly string[]) => void;
}

type Run = ReadResults['runs'][number];

const SHOWN_METRICS = 6;
const SHOWN_PROBLEMS = 20;

/** What the files hold, before anything is stored. */
export function ImportedRunsDialog({ results, onClose, onAdded }: ImportedRunsDialogProps) {
  const services = useServices();
  const { runs, problems, totalProblems } = results;
  const add = useMutation({
    mutationFn: async () => (await services.transfer()).add(results),
    onSuccess: onAdded,
  });
  return (
    <ModalDialog title={`${results.format.title}: ${plural(runs.length, 'run')}`} open onClose={onClose}>
      <Notice>
        <p>
          <strong>Read from a file, not run here.</strong> What another tool’s file does not say of its model,
          device and settings is not known.
        </p>
      </Notice>
      {runs.map((run) => (
        <RunPreview key={run.header.id} run={run} />
      ))}
      {totalProblems > 0 && (
        <details open>
          <summary>{plural(totalProblems, 'row')} could not be read and will take no part</summary>
          <ul>
            {problems.slice(0, SHOWN_PROBLEMS).map(({ file, line, field, problem }) => (
              <li key={`${file} ${line} ${problem}`}>
                {file}, line {line}
                {field === null ? '' : `, ${field}`}: {problem}
              </li>
            ))}
          </ul>
        </details>
      )}
      {add.isError && <ErrorNotice error={add.error} />}
      <div className="row">
        <button type="button" className="primary" disabled={add.isPending} onClick={() => add.mutate()}>
          {add.isPending ? 'Adding …' : `Add ${plural(runs.length, 'run')}`}
        </button>
        <button type="button" onClick={onClose}>
          Cancel
        </button>
      </div>
    </ModalDialog>
  );
}

function RunPreview({ run }: { readonly run: Run }) {
  const { header, tables, items, left } = run;
  const rows = tables
    .flatMap(({ scorerId, measures, estimates }) =>
      measures.map((measure) => ({ measure, estimate: estimates[`${scorerId}.${measure.id}`] })),
    )
    .filter(({ measure }) => measure.headline);
  return (
    <section className="stack">
      <h3 translate="no">{header.model.title}</h3>
      <p>
        {plural(items.length, 'answer')} to <span translate="no">{header.pack.title}</span>, made by{' '}
        <span translate="no">{header.imported?.tool}</span>. {packWords(run)}
      </p>
      {rows.length > 0 && (
        <ScrollRegion label={`Scores of ${header.model.title} in the file`}>
          <table>
            <tbody>
              {rows.slice(0, SHOWN_METRICS).map(({ measure, estimate }) => (
                <tr key={measure.id}>
                  <th scope="row">{measure.title}</th>
                  <td>
                    {estimate !== undefined && <EstimateCell estimate={estimate} kind={measure.kind} />}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      {rows.length > SHOWN_METRICS && (
        <p className="muted">And {rows.length - SHOWN_METRICS} more measures.</p>
      )}
      {left.map((one) => (
        <p key={one} className="muted">
          Left out: {one}.
        </p>
      ))}
    </section>
  );
}

function packWords({ pack, tables, header }: Run): string {
  if (pack !== null) return 'The samples that the file quotes are kept as a private pack.';
  if (tables.length === 0) return 'They are scored when they are added.';
  return header.scorers.length > 0
    ? 'The pack they answer is named in the file.'
    : 'The file holds no texts: its scores can be read and compared, not made again.';
}
