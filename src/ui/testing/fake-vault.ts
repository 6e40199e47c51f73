/** No passphrase, or whatever a test shows. */
import type { VaultActions, VaultPort, VaultView } from '../../app/vault/vault-view.ts';

export function fakeVault(view: VaultView = { kind: 'off' }, actions: Partial<VaultActions> = {}): VaultPort {
  const none = async () => undefined;
  return {
    getSnapshot: () => view,
    subscribe: () => () => undefined,
    ready: none,
    lock: () => undefined,
    progress: () => null,
    actions: async () => ({
      create: none,
      unlock: none,
      change: none,
      remove: async () => 0,
      resume: none,
      discard: none,
      cancel: () => undefined,
      setAutoLock: none,
      ...actions,
    }),
  };
}
