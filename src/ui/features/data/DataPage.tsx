import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { ErasePanel } from '../../components/ErasePanel.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Page } from '../../components/Page.tsx';
import { PairList } from '../../components/PairList.tsx';
import { Panel } from '../../components/Panel.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { Notice } from '../../components/Notice.tsx';
import { formatBytes } from '../../i18n/format.ts';
import { useUsage } from '../../queries/stored.ts';
import { ROUTES } from '../../routes.ts';
import { useServices } from '../../services-context.ts';
import { BackupPanel } from './BackupPanel.tsx';
import { NetworkSummary } from './NetworkSummary.tsx';
import { OfflinePanel } from './OfflinePanel.tsx';
import { VaultPanel } from './VaultPanel.tsx';

export function DataPage() {
  return (
    <Page title="Data & privacy">
      <StoredPanel />
      <VaultPanel />
      <BackupPanel />
      <OfflinePanel />
      <NetworkSummary />
      <PromisePanel />
      <ErasePanel />
    </Page>
  );
}

function StoredPanel() {
  const usage = useUsage();
  return (
    <Panel title="What is stored in this browser">
      <QueryView query={usage} what="what is stored">
        {(data) => (
          <>
            <PairList
              pairs={[
                { label: 'Runs', value: <Link href={ROUTES.results}>{data.runs}</Link> },
                { label: 'Answered samples', value: data.records },
                { label: 'Packs', value: <Link href={ROUTES.packs}>{data.packs}</Link> },
                {
                  label: 'Downloaded models',
                  value: (
                    <Link href={ROUTES.models}>
                      {data.models === undefined || data.models.models === 0
                        ? 'none'
                        : `${data.models.models}, ${formatBytes(data.models.bytes)}`}
                    </Link>
                  ),
                },
                {
                  label: 'Space used',
                  value: data.bytesUsed === null ? 'not told by this browser' : formatBytes(data.bytesUsed),
                },
                {
                  label: 'Space allowed',
                  value: data.bytesQuota === null ? 'not told by this browser' : formatBytes(data.bytesQuota),
                },
              ]}
            />
            {(data.unreadable ?? []).map((error) => (
              <ErrorNotice key={error.message} error={error} />
            ))}
            <Persistence persisted={data.persisted} />
          </>
        )}
      </QueryView>
    </Panel>
  );
}

function Persistence({ persisted }: { readonly persisted: boolean | null }) {
  const { data } = useServices();
  const client = useQueryClient();
  const ask = useMutation({
    mutationFn: () => data.requestPersistence(),
    onSuccess: () => client.invalidateQueries(),
  });
  if (persisted === true) return <p>The browser keeps this data until you delete it.</p>;
  if (persisted === null)
    return <p className="muted">This browser does not say whether it keeps the data.</p>;
  return (
    <>
      <p>The browser may delete this data when the disk is nearly full.</p>
      <div>
        <button type="button" disabled={ask.isPending} onClick={() => ask.mutate()}>
          Ask the browser to keep it
        </button>
      </div>
      {ask.data === false && (
        <Notice live>
          <p>
            The browser did not agree. Most browsers agree after the page is bookmarked or installed. Export
            what you need.
          </p>
        </Notice>
      )}
    </>
  );
}

function PromisePanel() {
  return (
    <Panel title="What this page does and does not do">
      <ul>
        <li>It reads transcripts, runs the model and stores results in this browser, on this device.</li>
        <li>
          It asks only the site it came from, and only for its own files, except for a model that you agreed
          to download: then one worker, which sees no packs and no results, may reach the model hub until the
          download ends. Its security policy has the browser refuse requests to any other address: no request
          observed or permitted. WebRTC is not covered by that policy in today’s browsers; this page does not
          use it. Every request is listed under <Link href={ROUTES.network}>Network</Link>.
        </li>
        <li>It has no account, no analytics and no error reporting.</li>
        <li>
          It does not protect what is open from browser extensions or from whoever controls this device.
          Without a passphrase, other people who use this browser profile can read what is stored. Use a
          profile of your own, set a passphrase, and erase when you are done.
        </li>
        <li>
          It is built from <a href="./third-party-licences.txt">packages of others, with their licences</a>;
          the <a href="./sbom.cdx.json">bill of materials</a> and the{' '}
          <a href="./manifest.sha256.json">hash of every file</a> come with it, so that a hospital can check
          from outside what it is served.
        </li>
        <li>It is not a medical device. The bundled model shows the tool and is not for care.</li>
      </ul>
    </Panel>
  );
}
