import { useMutation } from '@tanstack/react-query';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { FileButton } from '../../components/FileButton.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Panel } from '../../components/Panel.tsx';
import { formatDateTime } from '../../i18n/format.ts';
import { useServices } from '../../services-context.ts';
import { nameOf } from './names.ts';
import { PlanForm } from './PlanForm.tsx';
import type { ShownComparison } from './shown-comparison.ts';

interface PlanPanelProps extends ShownComparison {
  /** A plan that could be read, for a report. */
  readonly onPlan: (file: File) => void;
}

/** Non-inferiority: a verdict only from a plan that was fixed before the first record. */
export function PlanPanel({ set, shown, onPlan }: PlanPanelProps) {
  const { comparison } = useServices();
  const [a, b] = [nameOf(set, shown.a), nameOf(set, shown.b)];
  const verdict = useMutation({
    mutationFn: (file: File) => comparison.verdict(file, shown.a, shown.b, new AbortController().signal),
    onSuccess: (_, file) => onPlan(file),
  });
  return (
    <Panel title="Is B good enough? A plan fixed beforehand">
      <p>
        “No worse than A by more than a margin” is a claim only if measure, margin, number of samples and what
        counts as missing were fixed before the first answer. Seal such a plan, run, and give it here.
      </p>
      <FileButton
        label={verdict.isPending ? 'Reading …' : 'Use a sealed plan'}
        accept=".json"
        onFiles={([file]) => {
          if (file !== undefined) verdict.mutate(file);
        }}
      />
      {verdict.isError && <ErrorNotice error={verdict.error} />}
      {verdict.isSuccess && (
        <Notice tone={verdict.data.standing === 'confirmatory' ? 'ok' : 'warn'} live>
          <p>
            <strong>{verdict.data.words}</strong> (A is {a}, B is {b}.)
          </p>
          <p>
            {verdict.data.standing === 'confirmatory'
              ? 'Confirmatory: the plan says it was sealed before both runs began, and it was not amended.'
              : `Exploratory only: ${verdict.data.reasons.join('; ')}.`}{' '}
            {verdict.data.plan.metric}, margin {verdict.data.plan.margin}, {verdict.data.plan.samples} pairs
            planned, missing scores{' '}
            {verdict.data.plan.missing === 'exclude' ? 'left out' : 'counted against B as far as can be'}.
          </p>
          {verdict.data.plan.amendments.length > 0 && (
            <ul>
              {verdict.data.plan.amendments.map(({ at, what, why }) => (
                <li key={`${at}${what}`}>
                  {formatDateTime(at)}: {what} ({why})
                </li>
              ))}
            </ul>
          )}
        </Notice>
      )}
      <PlanForm shown={shown} packSha256={set.runs[0]?.run.header.pack.sha256 ?? ''} />
    </Panel>
  );
}
