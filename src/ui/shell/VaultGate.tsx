import { lazy, Suspense, type ReactNode } from 'react';
import { isOpen, useForgetting, useVault } from '../queries/vault.ts';

const LockPage = lazy(() => import('../features/vault/LockPage.tsx').then((m) => ({ default: m.LockPage })));

/** The pages while what is stored can be read; otherwise none of them exists, and nothing private is left in the tab. */
export function VaultGate({ children }: { readonly children: ReactNode }) {
  const view = useVault();
  useForgetting(view);
  if (isOpen(view)) return children;
  if (view.kind === 'opening') return null;
  return (
    <Suspense fallback={null}>
      <LockPage view={view} />
    </Suspense>
  );
}
