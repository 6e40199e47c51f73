import { Link } from 'wouter';
import type { MetricRow, SampleDetail } from '../../../app/services.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Page } from '../../components/Page.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { runtimeWords } from '../../i18n/device-words.ts';
import { formatDateTime } from '../../i18n/format.ts';
import { FINISH_WORDS, UNSCORED_WORDS } from '../../i18n/words.ts';
import { useRunResults, useSample } from '../../queries/stored.ts';
import { keyFromPath, resultPath } from '../../routes.ts';
import { NoteView } from '../../components/note/NoteView.tsx';
import { PromptPanel, PromptWarnings } from './PromptPanel.tsx';
import { QuestionView } from './QuestionView.tsx';
import { SampleMeta } from './SampleMeta.tsx';
import { SampleNav } from './SampleNav.tsx';
import { SampleScores } from './SampleScores.tsx';

interface SamplePageProps {
  readonly runId: string;
  /** The record key as it stands in the address. */
  readonly segment: string;
}

export function SamplePage({ runId, segment }: SamplePageProps) {
  const key = keyFromPath(segment);
  const detail = useSample(runId, key);
  const results = useRunResults(runId);
  const header = results.data?.run.header;
  const packTitle = header?.pack.title;
  return (
    <Page
      title={detail.data === undefined ? 'Sample' : detail.data.record.id}
      wide
      before={
        <Link href={resultPath(runId)} className="no-print">
          Back to {packTitle === undefined ? 'the run' : `the run of ${packTitle}`}
        </Link>
      }
      aside={<SampleNav runId={runId} current={key} samples={results.data?.samples ?? []} />}
    >
      <p className="visually-hidden" role="status">
        {detail.data === undefined ? '' : `Sample ${detail.data.record.id}`}
      </p>
      {header !== undefined && (
        <p className="print-only">
          {header.pack.title}, {header.model.title} ({header.model.dtype}),{' '}
          {runtimeWords({ runtime: header.runtime })}; {formatDateTime(header.createdAt)}. Run {header.id}.
        </p>
      )}
      <QueryView query={detail} what="the sample">
        {(data) => <Body key={key} detail={data} metrics={results.data?.metrics ?? []} />}
      </QueryView>
    </Page>
  );
}

interface BodyProps {
  readonly detail: SampleDetail;
  readonly metrics: readonly MetricRow[];
}

function Body({ detail, metrics }: BodyProps) {
  const { record, sample } = detail;
  return (
    <>
      {record.error !== undefined && <ErrorNotice error={record.error} />}
      {record.unscored !== undefined && (
        <Notice tone="warn">
          <p>Not scored: {UNSCORED_WORDS[record.unscored]}.</p>
        </Notice>
      )}
      {(record.finish === 'length' || record.finish === 'cancelled') && (
        <Notice tone="warn">
          <p>
            The answer was {FINISH_WORDS[record.finish]}; what is missing after that point is not the model’s
            choice.
          </p>
        </Notice>
      )}
      {sample === null && (
        <Notice tone="warn">
          <p>
            The pack of this run is no longer stored. What the model wrote is shown without its transcript and
            reference.
          </p>
        </Notice>
      )}
      <PromptWarnings record={record} />
      {sample?.choices === undefined ? (
        <NoteView detail={detail} />
      ) : (
        <QuestionView detail={detail} sample={sample} />
      )}
      <SampleScores detail={detail} metrics={metrics} />
      {sample?.choices === undefined && <SampleMeta sample={sample} />}
      <PromptPanel record={record} />
    </>
  );
}
