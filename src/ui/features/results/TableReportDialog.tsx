import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { TableKind } from '../../../core/results-import/table-report.ts';
import type { JudgeRoles } from '../../../core/stats/agreement/judge-correction.ts';
import type { MeasurementLevel } from '../../../core/stats/agreement/ratings-table.ts';
import { Field } from '../../components/Field.tsx';
import { ModalDialog } from '../../components/ModalDialog.tsx';
import { JudgeCorrectionView } from './JudgeCorrectionView.tsx';
import { AgreementView } from '../../components/statistics/AgreementView.tsx';
import { LevelChoice } from '../../components/statistics/LevelChoice.tsx';
import { RankingView } from '../../components/statistics/RankingView.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { useServices } from '../../services-context.ts';

interface TableReportDialogProps {
  readonly file: File;
  readonly onClose: () => void;
}

const KIND_WORDS: Readonly<Record<TableKind, string>> = {
  ratings: 'Ratings of several raters',
  matrix: 'Scores of models on benchmarks',
};
/** What a CSV of ratings or of models and benchmarks says. Closing it ends the work. */
export function TableReportDialog({ file, onClose }: TableReportDialogProps) {
  const services = useServices();
  const reading = useId();
  const [kind, setKind] = useState<TableKind | null>(null);
  const [level, setLevel] = useState<MeasurementLevel | null>(null);
  const [judge, setJudge] = useState<JudgeRoles | null>(null);
  const report = useQuery({
    queryKey: ['table-report', reading, kind, level, judge],
    queryFn: async ({ signal }) => (await services.transfer()).table(file, { kind, level, judge }, signal),
    gcTime: 0,
    // What is chosen changes one part of the page: the rest stays where it is meanwhile.
    placeholderData: (before) => before,
    retry: false,
  });
  const { data } = report;
  return (
    <ModalDialog title={file.name} wide open onClose={onClose}>
      <p className="muted">Read and computed on this device. Nothing of this file is stored.</p>
      <Field label="Read as" hint={data === undefined ? undefined : `${sentence(data.kindReason)}.`}>
        {({ id, hintId }) => (
          <select
            id={id}
            aria-describedby={hintId}
            value={kind ?? data?.kind ?? ''}
            onChange={(event) => {
              setLevel(null);
              setJudge(null);
              setKind(event.currentTarget.value as TableKind);
            }}
          >
            {data === undefined && kind === null && <option value="">As it is recognised</option>}
            {Object.entries(KIND_WORDS).map(([each, words]) => (
              <option key={each} value={each}>
                {words}
              </option>
            ))}
          </select>
        )}
      </Field>
      {data?.kind === 'ratings' && !data.words && (
        <LevelChoice level={data.level} reason={data.levelReason} onChange={setLevel} />
      )}
      <QueryView query={report} what="the table">
        {(found) =>
          found.kind === 'ratings' ? (
            <AgreementView
              report={found.report}
              readAs={`Read as ${found.shape === 'wide' ? 'one column per rater' : 'one row per rating'}.`}
            />
          ) : (
            <RankingView report={found.report} />
          )
        }
      </QueryView>
      {data?.kind === 'ratings' && (
        <JudgeCorrectionView
          key={kind}
          raters={data.report.raters}
          categories={data.report.prevalence.map(({ category }) => category)}
          found={data.judge}
          onChange={setJudge}
        />
      )}
      <div className="row">
        <button type="button" onClick={onClose}>
          {report.isPending ? 'Stop' : 'Close'}
        </button>
      </div>
    </ModalDialog>
  );
}

function sentence(words: string): string {
  return words.replace(/^./u, (first) => first.toUpperCase());
}
