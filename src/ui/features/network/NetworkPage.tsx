import { Link } from 'wouter';
import type { Network } from '../../../app/network/network.ts';
import { networkWords } from '../../../core/network/network-use.ts';
import { Page } from '../../components/Page.tsx';
import { PairList } from '../../components/PairList.tsx';
import { Panel } from '../../components/Panel.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { formatBytes } from '../../i18n/format.ts';
import { useLedger, useNetwork } from '../../queries/network.ts';
import { ROUTES } from '../../routes.ts';
import { BlindSpots } from './BlindSpots.tsx';
import { PolicyPanel } from './PolicyPanel.tsx';
import { RequestTable } from './RequestTable.tsx';

export function NetworkPage() {
  const network = useNetwork();
  return (
    <Page title="Network" before={<Link href={ROUTES.data}>‹ Data & privacy</Link>}>
      <QueryView query={network} what="what was asked of the network">
        {(connected) => (
          <>
            <SummaryPanel network={connected} />
            <PolicyPanel network={connected} />
            <RequestTable network={connected} />
          </>
        )}
      </QueryView>
      <BlindSpots />
    </Page>
  );
}

function SummaryPanel({ network }: { readonly network: Network }) {
  const { totals } = useLedger(network);
  const said = networkWords(totals);
  return (
    <Panel title="What was asked of the network">
      <p>
        <strong>{said.charAt(0).toUpperCase() + said.slice(1)}.</strong> Counted since this tab was opened,
        over every open tab of this page, its workers and its service worker.
      </p>
      <PairList
        pairs={[
          { label: 'Requests to this site', value: totals.requests },
          { label: 'Received with them, as far as told', value: formatBytes(totals.bytes) },
          { label: 'Answered from the offline copy', value: totals.copies },
          { label: 'Requests to other addresses', value: totals.elsewhere },
          { label: 'Attempts refused', value: totals.refused },
          { label: 'Requests without an answer', value: totals.failed },
        ]}
      />
    </Panel>
  );
}
