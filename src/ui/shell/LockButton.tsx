import { useEffect } from 'react';
import { useVault } from '../queries/vault.ts';
import { useServices } from '../services-context.ts';

/** Locks at once, by hand or with Ctrl+Shift+L. Not there without a vault. */
export function LockButton() {
  const { vault } = useServices();
  const unlocked = useVault().kind === 'unlocked';
  useEffect(() => {
    if (!unlocked) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.code !== 'KeyL' || !event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      vault.lock();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [unlocked, vault]);
  if (!unlocked) return null;
  return (
    <button
      type="button"
      aria-keyshortcuts="Control+Shift+L"
      title="Ctrl+Shift+L"
      onClick={() => vault.lock()}
    >
      Lock
    </button>
  );
}
