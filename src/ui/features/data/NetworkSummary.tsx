import { Link } from 'wouter';
import type { Network } from '../../../app/network/network.ts';
import { networkWords } from '../../../core/network/network-use.ts';
import { Panel } from '../../components/Panel.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { useLedger, useNetwork } from '../../queries/network.ts';
import { ROUTES } from '../../routes.ts';

export function NetworkSummary() {
  const network = useNetwork();
  return (
    <Panel
      title="Network"
      aside={
        <Link href={ROUTES.network} className="button">
          Every request, and strict-offline mode
        </Link>
      }
    >
      <QueryView query={network} what="what was asked of the network">
        {(connected) => <Sentence network={connected} />}
      </QueryView>
    </Panel>
  );
}

function Sentence({ network }: { readonly network: Network }) {
  const { totals } = useLedger(network);
  return <p>Since this tab was opened: {networkWords(totals)}.</p>;
}
