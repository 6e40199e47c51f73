import { useState } from 'react';
import { ALLOWED_ENDPOINTS } from '../../../core/network/allowed-endpoints.ts';
import { HUB_ORIGINS, type PolicyId } from '../../../core/network/policies.ts';
import type { Network, NetworkState } from '../../../app/network/network.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Check } from '../../components/Field.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Panel } from '../../components/Panel.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { useNetworkState, useSetStrict } from '../../queries/network.ts';

const POLICY_WORDS: Readonly<Record<PolicyId, string>> = {
  'strict-offline':
    'Strict-offline: the browser refuses every address but this site’s own, whatever a catalogue or this build allows.',
  default: 'Normal: the browser refuses every address but this site’s own.',
  'hub-download': `A download that you agreed to is going on: one worker, which sees no packs and no results, may reach ${HUB_ORIGINS.join(' and ')} until it ends.`,
};

export function PolicyPanel({ network }: { readonly network: Network }) {
  const state = useNetworkState(network);
  return (
    <Panel title="What is permitted">
      <QueryView query={state} what="the policy in force">
        {(known) => (known.enforced ? <Policy network={network} state={known} /> : <NotEnforced />)}
      </QueryView>
    </Panel>
  );
}

function Policy({ network, state }: { readonly network: Network; readonly state: NetworkState }) {
  const choose = useSetStrict(network);
  // Shown at once; the service worker answers a moment later.
  const [wanted, setWanted] = useState<boolean | null>(null);
  return (
    <>
      <p>{POLICY_WORDS[state.policy]}</p>
      {state.policy !== 'strict-offline' && ALLOWED_ENDPOINTS.length > 0 && (
        <p>
          This build also lets one worker, which starts only for a run with a model on a server, reach{' '}
          <span translate="no">{ALLOWED_ENDPOINTS.join(', ')}</span>.
        </p>
      )}
      <Check
        label="Strict-offline mode: no address but this site’s own"
        checked={wanted ?? state.policy === 'strict-offline'}
        disabled={choose.isPending || state.policy === 'hub-download'}
        onChange={(on) => {
          setWanted(on);
          choose.mutate(on, { onSettled: () => setWanted(null) });
        }}
      />
      {choose.isError && <ErrorNotice error={choose.error} />}
      {choose.isSuccess && (
        <Notice tone="ok" live>
          <p>
            {state.policy === 'strict-offline' ? 'Strict-offline mode is on.' : 'Strict-offline mode is off.'}{' '}
            It holds for everything that is started from now on, in all tabs, until you change it or erase
            everything.
          </p>
        </Notice>
      )}
    </>
  );
}

function NotEnforced() {
  return (
    <Notice tone="warn">
      <p>
        <strong>No service worker answers in this window,</strong> as in some private windows. The rules are
        then those that the server sends with the page, requests are only seen as far as the page and its
        workers list their own, and strict-offline mode cannot be switched on.
      </p>
    </Notice>
  );
}
