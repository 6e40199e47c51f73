import { useEffect } from 'react';
import { useLocation } from 'wouter';
import type { VaultView } from '../../../app/vault/vault-view.ts';
import { ErasePanel } from '../../components/ErasePanel.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Page } from '../../components/Page.tsx';
import { Panel } from '../../components/Panel.tsx';
import { isLostAlias } from '../../path-aliases.ts';
import { ThemeSwitch } from '../../components/ThemeSwitch.tsx';
import { Converting } from './Converting.tsx';
import { Interrupted } from './Interrupted.tsx';
import css from './LockPage.module.css';
import { RunGoingOn } from './RunGoingOn.tsx';
import { UnlockPanel } from './UnlockPanel.tsx';

/** Stands in place of every page while the vault is locked, and shows nothing of what is in it. */
export function LockPage({ view }: { readonly view: VaultView }) {
  useLeaveLostAddress();
  return (
    <>
      <header className={css['bar']}>
        <span className={css['name']}>Bedside</span>
        <ThemeSwitch />
      </header>
      <main>
        <Content view={view} />
      </main>
    </>
  );
}

function Content({ view }: { readonly view: VaultView }) {
  switch (view.kind) {
    case 'locked':
      return (
        <Page title="Locked">
          <UnlockPanel failed={view.failed} notBefore={view.notBefore} />
          <RunGoingOn />
          <Forgotten />
        </Page>
      );
    case 'interrupted':
      return (
        <Page title={view.to === 'sealed' ? 'The vault is not finished' : 'The vault is half removed'}>
          <Interrupted view={view} />
          <Forgotten />
        </Page>
      );
    case 'converting':
      return (
        <Page title={view.to === 'sealed' ? 'Encrypting what is stored' : 'Removing the passphrase'}>
          <Converting view={view} />
        </Page>
      );
    case 'broken':
      return (
        <Page title="The vault cannot be opened">
          <ErrorNotice error={view.error} />
          <p>If you have a backup, erase everything here and restore it.</p>
          <ErasePanel />
        </Page>
      );
    case 'opening':
    case 'off':
    case 'unlocked':
      return null;
    default:
      return view satisfies never;
  }
}

function Forgotten() {
  return (
    <details className={css['forgotten']}>
      <summary>Forgot the passphrase?</summary>
      <div className="stack">
        <p>
          Nobody can recover it: it is not stored anywhere, and there is no second way in. What is in the
          vault stays unreadable. You can keep it in case you remember, or erase everything, begin again, and
          restore a backup if you have one.
        </p>
        <Panel title="What can be seen without the passphrase">
          <p>
            How many runs, answers and packs there are, how large they are, which positions of a pack were
            answered and which scorers were used. No titles, names, texts or scores.
          </p>
        </Panel>
        <ErasePanel />
      </div>
    </details>
  );
}

/** After a reload nobody knows any more what an address of an earlier visit stood for. */
function useLeaveLostAddress(): void {
  const [location, navigate] = useLocation();
  useEffect(() => {
    if (location.split(/[/,]/u).some(isLostAlias)) {
      navigate(location.split('/').slice(0, 2).join('/'), { replace: true });
    }
  }, [location, navigate]);
}
