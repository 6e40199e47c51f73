import { useState } from 'react';
import type { Update } from '../../app/network/updates.ts';
import { Notice } from '../components/Notice.tsx';
import { isActive, useQueue } from '../queries/live.ts';
import css from './UpdateBanner.module.css';

/** Stays until it is acted on; a run in progress, here or in another tab, goes first. */
export function UpdateBanner({ update }: { readonly update: Update }) {
  const { live } = useQueue();
  const [busyElsewhere, setBusyElsewhere] = useState(false);
  const running = isActive(live?.phase);
  const act = () => {
    if (update.kind === 'replaced') location.reload();
    else
      update.apply().then(
        (applied) => setBusyElsewhere(!applied),
        () => setBusyElsewhere(true),
      );
  };
  const what = update.kind === 'replaced' ? 'This page was updated in another tab' : 'A new version is ready';
  return (
    <div className={css['banner']}>
      <Notice live>
        <div className="row">
          <span>
            {running
              ? `${what}: reload when the run has ended.`
              : busyElsewhere
                ? `${what}, but a run is going on in another tab: reload when it has ended.`
                : `${what}.`}
          </span>
          <button type="button" disabled={running} onClick={act}>
            Reload now
          </button>
        </div>
      </Notice>
    </div>
  );
}
