import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { Network, NetworkState } from '../../app/network/network.ts';
import { useServices } from '../services-context.ts';

/** The page's end of the network; its code comes a moment after the page. */
export function useNetwork() {
  const services = useServices();
  return useQuery({ queryKey: ['network'], queryFn: () => services.network() });
}

export function useLedger(network: Network) {
  return useSyncExternalStore(network.ledger.subscribe, network.ledger.snapshot);
}

const DOWNLOAD_OVER_CHECK_MS = 1_000;

/** Asked anew whenever a page that shows it is opened, and while a download goes on, whose end nobody announces. */
export function useNetworkState(network: Network) {
  return useQuery({
    queryKey: ['network', 'state'],
    queryFn: () => network.state(),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.policy === 'hub-download' ? DOWNLOAD_OVER_CHECK_MS : false),
  });
}

export function useSetStrict(network: Network) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (on: boolean) => network.setStrict(on),
    onSuccess: (state: NetworkState) => client.setQueryData(['network', 'state'], state),
  });
}
