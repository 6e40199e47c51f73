import { Link } from 'wouter';
import type { RunResults } from '../../../app/services.ts';
import { ServerNotice } from '../../components/ServerNotice.tsx';
import { Page } from '../../components/Page.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { runtimeWords } from '../../i18n/device-words.ts';
import { formatDateTime } from '../../i18n/format.ts';
import { useRunResults, useSample } from '../../queries/stored.ts';
import { keyFromPath, resultPath } from '../../routes.ts';
import { SampleBody } from './SampleBody.tsx';
import { SampleNav } from './SampleNav.tsx';

interface SamplePageProps {
  readonly runId: string;
  /** The record key as it stands in the address. */
  readonly segment: string;
}

export function SamplePage({ runId, segment }: SamplePageProps) {
  const key = keyFromPath(segment);
  const detail = useSample(runId, key);
  const results = useRunResults(runId);
  return (
    <Page
      title={detail.data === undefined ? 'Sample' : detail.data.record.id}
      wide
      before={
        <Link href={resultPath(runId)} className="no-print">
          Back to{' '}
          {results.data === undefined ? 'the run' : `the run of ${results.data.run.header.pack.title}`}
        </Link>
      }
      aside={results.data !== undefined && <SampleNav results={results.data} current={key} />}
    >
      <p className="visually-hidden" role="status">
        {detail.data === undefined ? '' : `Sample ${detail.data.record.id}`}
      </p>
      {results.data !== undefined && <PrintedHead results={results.data} />}
      {results.data !== undefined && <ServerNotice header={results.data.run.header} />}
      <QueryView query={detail} what="the sample">
        {(data) => (
          <SampleBody key={key} detail={data} results={results.data ?? null} place={{ runId, key }} />
        )}
      </QueryView>
    </Page>
  );
}

function PrintedHead({ results }: { readonly results: RunResults }) {
  const { header } = results.run;
  return (
    <p className="print-only">
      {header.pack.title}, {header.model.title} ({header.model.dtype}),{' '}
      {runtimeWords({ runtime: header.runtime })}; {formatDateTime(header.createdAt)}. Run {header.id}.
    </p>
  );
}
