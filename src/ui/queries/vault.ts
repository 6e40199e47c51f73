import { useQueryClient } from '@tanstack/react-query';
import { useLayoutEffect, useSyncExternalStore } from 'react';
import type { VaultView } from '../../app/vault/vault-view.ts';
import { keepIdsOutOfPaths } from '../path-aliases.ts';
import { useServices } from '../services-context.ts';
import { useToasts } from '../state/toast-store.ts';
import { useUiStore } from '../state/ui-store.ts';

export function useVault(): VaultView {
  const { vault } = useServices();
  return useSyncExternalStore(
    (listener) => vault.subscribe(listener),
    () => vault.getSnapshot(),
  );
}

export const isOpen = (view: VaultView): boolean => view.kind === 'off' || view.kind === 'unlocked';

/** What this tab remembers of stored data goes as soon as the vault is locked. */
export function useForgetting(view: VaultView): void {
  const client = useQueryClient();
  const open = isOpen(view);
  const sealed = view.kind !== 'off';
  useLayoutEffect(() => keepIdsOutOfPaths(sealed), [sealed]);
  useLayoutEffect(() => {
    if (open || view.kind === 'opening') return;
    client.clear();
    useToasts.setState({ toasts: [] });
    useUiStore.setState({ order: null });
  }, [open, client, view.kind]);
}
